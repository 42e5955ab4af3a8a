package io.github.migralint.config;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.history.Deployment;
import io.github.migralint.history.TableSizes;
import io.github.migralint.rule.Risk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes one configuration of a file and of those that it extends: what the strongest one says holds; entries of tables are
 * joined, and arrays of tables appended to those of weaker files. What is not understood is an error, never ignored.
 */
final class ConfigurationReader {
    private final List<ConfigurationFile> files;
    private final RuleNames rules;

    /**
     * A reader of files.
     *
     * @param files the strongest first
     * @param rules the words for rules
     */
    ConfigurationReader(List<ConfigurationFile> files, RuleNames rules) {
        this.files = files;
        this.rules = rules;
    }

    /**
     * A table of the file that is asked.
     *
     * @param file the file
     * @param table the table
     */
    private record Part(ConfigurationFile file, TomlTable table) {}

    Configuration read() {
        Optional<Dialect> dialect = one("dialect", Meanings::dialect)
                .or(() -> one("db-version", Meanings::before).flatMap(before -> before));
        return new Configuration(
                Optional.of(files.getFirst().shown()),
                dialect.map(Dialect::name),
                one("db-version", text -> Meanings.version(text, dialect)),
                one("framework", Meanings::framework),
                each("migrations", ConfigurationFile::path),
                ofFile("history", ConfigurationFile::history),
                ofFile("schema", ConfigurationFile::path),
                one("start-after", Function.identity()),
                one("release", Meanings::release),
                part("", "assume-in-transaction").flatMap(part -> part.table().flag("assume-in-transaction")),
                each("exclude", ConfigurationFile::pattern),
                one("fail-on", Meanings::threshold),
                ruleChoice(),
                tables("ignore", this::ignore),
                ofFile("baseline", ConfigurationFile::path),
                new Deployment(tableSizes(), settings()),
                Origins.of(files));
    }

    /** The strongest file that says a key. */
    private Optional<Part> part(String table, String key) {
        return files.stream()
                .map(file -> new Part(
                        file, table.isEmpty() ? file.content() : file.content().table(table)))
                .filter(part -> part.table().has(key))
                .findFirst();
    }

    private <T> Optional<T> one(String key, Function<String, T> meaning) {
        return part("", key).flatMap(part -> part.table().one(key, meaning));
    }

    private <T> Optional<T> ofFile(String key, BiFunction<ConfigurationFile, String, T> meaning) {
        return part("", key).flatMap(part -> part.table().one(key, text -> meaning.apply(part.file(), text)));
    }

    private <T> List<T> each(String key, BiFunction<ConfigurationFile, String, T> meaning) {
        return part("", key)
                .map(part -> part.table().each(key, text -> meaning.apply(part.file(), text)))
                .orElse(List.of());
    }

    /** What the tables of an array mean, those of the weakest file first. */
    private <T> List<T> tables(String key, Function<Part, T> meaning) {
        var all = new ArrayList<T>();
        for (ConfigurationFile file : files.reversed()) {
            file.content().tables(key).forEach(table -> all.add(meaning.apply(new Part(file, table))));
        }
        return all;
    }

    /** The entries of a table, where stronger files change what weaker ones say. */
    private <T> Map<String, T> entries(Function<ConfigurationFile, Map<String, T>> ofFile) {
        var all = new LinkedHashMap<String, T>();
        files.reversed().forEach(file -> all.putAll(ofFile.apply(file)));
        return all;
    }

    private Optional<RuleChoice> ruleChoice() {
        Optional<Set<String>> select = ruleIds("select");
        Optional<Set<String>> ignore = ruleIds("ignore");
        Risks risks = Risks.of(entries(file -> risks(file.content())));
        List<PathOverride> overrides = tables("overrides", this::override);
        if (select.isEmpty() && ignore.isEmpty() && risks.isEmpty() && overrides.isEmpty()) {
            return Optional.empty();
        }
        Set<String> on = new HashSet<>(select.orElseGet(rules::byDefault));
        ignore.ifPresent(on::removeAll);
        on.removeAll(risks.off());
        return Optional.of(new RuleChoice(Optional.of(on), risks.changed(), overrides));
    }

    private Optional<Set<String>> ruleIds(String key) {
        return part("rules", key).map(part -> ruleIds(part.table(), key));
    }

    private PathOverride override(Part part) {
        TomlTable table = part.table();
        List<PathPattern> paths = table.each("paths", part.file()::pattern);
        if (paths.isEmpty()) {
            throw table.lacks("paths");
        }
        Risks risks = Risks.of(risks(table));
        var off = new HashSet<>(ruleIds(table, "ignore"));
        off.addAll(risks.off());
        return new PathOverride(paths, ruleIds(table, "select"), off, risks.changed());
    }

    private Set<String> ruleIds(TomlTable table, String key) {
        return table.each(key, word -> rules.of(word).orElseThrow(() -> unknown(rules.complaintOfAny(word)))).stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private Map<String, Optional<Risk>> risks(TomlTable table) {
        return table.entries("risks", this::known, Meanings::risk);
    }

    private String known(String id) {
        if (!rules.isRule(id)) {
            throw unknown(rules.complaint(id));
        }
        return id;
    }

    private static IllegalArgumentException unknown(String complaint) {
        return new IllegalArgumentException(complaint + " (migralint rules lists them)");
    }

    /**
     * The risks of a table.
     *
     * @param changed risks by rule
     * @param off rules that are off
     */
    private record Risks(Map<String, Risk> changed, Set<String> off) {
        static Risks of(Map<String, Optional<Risk>> all) {
            var changed = new HashMap<String, Risk>();
            var off = new HashSet<String>();
            all.forEach((id, risk) -> risk.ifPresentOrElse(value -> changed.put(id, value), () -> off.add(id)));
            return new Risks(changed, off);
        }

        boolean isEmpty() {
            return changed.isEmpty() && off.isEmpty();
        }
    }

    private ConfiguredIgnore ignore(Part part) {
        TomlTable table = part.table();
        List<PathPattern> accepted = table.each("file", part.file()::pattern);
        if (accepted.isEmpty()) {
            throw table.lacks("file");
        }
        Set<String> ids = Set.copyOf(table.each("rule", this::known));
        if (ids.isEmpty()) {
            throw table.lacks("rule");
        }
        return new ConfiguredIgnore(
                table.place(),
                accepted,
                ids,
                table.one("object", Function.identity()),
                table.one("reason", Function.identity()).orElse(""),
                table.one("expires", Meanings::date));
    }

    private TableSizes tableSizes() {
        return new TableSizes(
                names("large"),
                names("small"),
                entries(file -> file.content().table("tables").entries("rows", name -> name, Meanings::rows)));
    }

    private List<String> names(String key) {
        return part("tables", key)
                .map(part -> part.table().each(key, Function.identity()))
                .orElse(List.of());
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        for (String key : ConfigurationKeys.in("database")) {
            part("database", key)
                    .flatMap(part -> part.table().one(key, Meanings::duration))
                    .ifPresent(value -> settings.put(key.replace('-', '_'), value));
        }
        return settings;
    }
}
