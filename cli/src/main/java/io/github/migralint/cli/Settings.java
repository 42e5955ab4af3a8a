package io.github.migralint.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.migralint.cli.Setting.Origin;
import io.github.migralint.cli.Setting.Source;
import io.github.migralint.config.Configuration;
import io.github.migralint.config.ConfigurationKey;
import io.github.migralint.config.ConfigurationKeys;
import io.github.migralint.config.Saying;
import io.github.migralint.source.Position;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Collects what holds for the paths of one configuration, and who says it. */
final class Settings {
    /** Options that say the same as a key of the configuration. */
    private static final Map<String, String> OPTIONS_OF_KEYS = Map.ofEntries(
            Map.entry("dialect", Options.DIALECT),
            Map.entry("db-version", Options.DB_VERSION),
            Map.entry("framework", Options.FRAMEWORK),
            Map.entry("history", Options.HISTORY),
            Map.entry("schema", Options.SCHEMA),
            Map.entry("exclude", Options.EXCLUDE),
            Map.entry("release", Options.RELEASE),
            Map.entry("assume-in-transaction", Options.ASSUME_IN_TRANSACTION),
            Map.entry("fail-on", Options.FAIL_ON),
            Map.entry("baseline", Options.BASELINE),
            Map.entry("rules.select", Options.SELECT),
            Map.entry("rules.ignore", Options.IGNORE),
            Map.entry("risks", Options.SEVERITY));

    /** Of these both the option and the key count. */
    private static final Set<String> ADDED_UP = Set.of("exclude", "rules.ignore", "risks");

    private static final Set<String> ABOUT_SHOWING = Set.of(Options.SHOW_SETTINGS, Options.SHOW_FILES);

    /** What holds where neither the line nor a variable nor the file says it, and how that is known. */
    private static final Map<String, String> FOUND = Map.of(
            "dialect", "by db-version, or found out for each project",
            "db-version", "found out for each project",
            "framework", "found out for each project",
            "release", "by what is named",
            "assume-in-transaction", "by the tool");

    private static final Map<String, String> DEFAULTS =
            Map.of(Options.FORMAT, ReportFormat.FULL.word(), Options.COLOR, "auto");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TomlMapper TOML = new TomlMapper();

    private final ParseResult arguments;
    private final Surroundings surroundings;
    private final Configuration configuration;
    private final List<Setting> settings = new ArrayList<>();

    private Settings(ParseResult arguments, Surroundings surroundings, Configuration configuration) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.configuration = configuration;
    }

    /** The keys of the configuration in their order, and after them the options that have no key. */
    static List<Setting> of(ParseResult arguments, Surroundings surroundings, Configuration configuration) {
        var settings = new Settings(arguments, surroundings, configuration);
        ConfigurationKeys.ALL.stream()
                .filter(key -> !key.table().endsWith("[]") && !key.name().equals("extends"))
                .forEach(settings::addKey);
        var known = new LinkedHashSet<>(OPTIONS_OF_KEYS.values());
        known.addAll(ABOUT_SHOWING);
        EnvironmentVariables.options(arguments.commandSpec()).stream()
                .filter(option -> !known.contains(Options.name(option)))
                .forEach(settings::addOption);
        return settings.settings;
    }

    private void addKey(ConfigurationKey key) {
        int before = settings.size();
        Optional<OptionSpec> option = Optional.ofNullable(OPTIONS_OF_KEYS.get(key.name()))
                .filter(arguments::hasMatchedOption)
                .map(arguments::matchedOption);
        option.ifPresent(said -> settings.add(ofOption(key.name(), said)));
        List<String> paths = Options.positionals(arguments);
        if (key.name().equals("migrations") && !paths.isEmpty()) {
            settings.add(new Setting(
                    key.name(), Optional.of(JSON.valueToTree(paths)), new Origin(Source.OPTION, "command line")));
        }
        if (settings.size() == before || ADDED_UP.contains(key.name())) {
            configuration.origins().sayings(key.name()).forEach(saying -> settings.add(ofFile(saying)));
        }
        if (settings.size() == before && !isTable(key)) {
            settings.add(unsaid(key));
        }
    }

    private static boolean isTable(ConfigurationKey key) {
        return switch (key.form()) {
            case TABLE_OF_TEXTS, TABLE_OF_NUMBERS -> true;
            case TEXT, TEXT_OR_NUMBER, BOOLEAN, DATE, TEXTS -> false;
        };
    }

    private static Setting ofFile(Saying saying) {
        Position position = saying.place().text().position(saying.place().span().start());
        return new Setting(
                saying.key(),
                Optional.of(toml(saying.value())),
                new Origin(Source.FILE, saying.place().text().path() + ":" + position.line()));
    }

    private static Setting unsaid(ConfigurationKey key) {
        String found = FOUND.get(key.name());
        if (found != null) {
            return new Setting(key.name(), Optional.empty(), new Origin(Source.FOUND, found));
        }
        Optional<JsonNode> value = key.name().equals("migrations")
                ? Optional.of(JSON.valueToTree(List.of(".")))
                : key.usual().map(Settings::toml);
        return new Setting(key.name(), value, Origin.DEFAULT);
    }

    private void addOption(OptionSpec option) {
        String name = Options.name(option);
        if (arguments.hasMatchedOption(option)) {
            settings.add(ofOption(name.substring(2), option));
            return;
        }
        boolean flag = option.arity().max() == 0;
        Optional<JsonNode> value = Optional.ofNullable(DEFAULTS.get(name))
                .<JsonNode>map(JSON::valueToTree)
                .or(() -> flag ? Optional.of(JSON.valueToTree(false)) : Optional.empty());
        settings.add(new Setting(name.substring(2), value, Origin.DEFAULT));
    }

    private Setting ofOption(String name, OptionSpec option) {
        Object value = arguments.matchedOptionValue(option.longestName(), "");
        Origin origin = surroundings.variables().stream()
                .filter(said -> said.option().equals(Options.name(option)))
                .map(said -> new Origin(Source.VARIABLE, said.variable()))
                .findFirst()
                .orElseGet(() -> new Origin(Source.OPTION, Options.name(option)));
        return new Setting(name, Optional.of(JSON.valueToTree(value)), origin);
    }

    private static JsonNode toml(String value) {
        try {
            return TOML.readTree("value = " + value).path("value");
        } catch (JsonProcessingException e) {
            return JSON.valueToTree(value);
        }
    }
}
