package io.github.migralint.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.framework.EngineNames;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.HistoryMode;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.history.Deployment;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.TableSizes;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one {@code migralint.toml}; what it does not understand is an error, never ignored. */
final class ConfigurationReader {
    private static final List<String> RELEASES = List.of("together", "each");

    private final String shown;
    private final Path base;
    private final byte[] content;
    private final RuleNames rules;

    ConfigurationReader(Path file, byte[] content, RuleNames rules) {
        Path absolute = file.toAbsolutePath().normalize();
        this.shown = display(file);
        this.base = folderOf(absolute);
        this.content = content;
        this.rules = rules;
    }

    /** A path as people are told of it: from where the command was started, if it is not far. */
    static String display(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return Frameworks.display(fromHere(absolute, folderOf(absolute)));
    }

    private static Path folderOf(Path absolute) {
        return Optional.ofNullable(absolute.getParent()).orElse(absolute);
    }

    Configuration read() {
        SourceText source = SourceText.of(shown, content);
        TomlTable file = TomlTable.whole(source, TomlPlaces.of(source), tree(source));
        Optional<Dialect> dialect = file.one("dialect", ConfigurationReader::dialect)
                .or(() -> file.one("db-version", ConfigurationReader::before).flatMap(before -> before));
        return new Configuration(
                Optional.of(shown),
                dialect.map(Dialect::name),
                file.one("db-version", text -> version(text, dialect)),
                file.one("framework", ConfigurationReader::framework),
                file.each("migrations", this::path),
                file.one("history", this::history),
                file.one("schema", this::path),
                file.textOrNumber("start-after"),
                file.one("release", ConfigurationReader::release),
                file.flag("assume-in-transaction"),
                file.each("exclude", this::pattern),
                file.one("fail-on", ConfigurationReader::threshold),
                ruleChoice(file),
                file.tables("ignore").stream().map(this::ignore).toList(),
                new Deployment(tableSizes(file.table("tables")), settings(file.table("database"))));
    }

    private JsonNode tree(SourceText source) {
        try {
            return new TomlMapper().readTree(source.text());
        } catch (JsonProcessingException e) {
            String what =
                    "not TOML: " + e.getOriginalMessage().lines().findFirst().orElse("no TOML");
            Optional<Place> place = Optional.ofNullable(e.getLocation()).map(at -> place(source, at));
            throw place.map(at -> ConfigurationException.at(at, what))
                    .orElseGet(() -> ConfigurationException.of(shown, shown + ": " + what));
        }
    }

    private static Place place(SourceText source, JsonLocation location) {
        Span line = source.lineSpan(Math.clamp(location.getLineNr(), 1, source.lineCount()));
        int offset = Math.clamp(line.start() + location.getColumnNr() - 1L, line.start(), line.end());
        return new Place(source, new Span(offset, offset));
    }

    private static Dialect dialect(String name) {
        List<String> names = Dialects.all().stream().map(Dialect::name).toList();
        return EngineNames.engine(name)
                .flatMap(Dialects::named)
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown dialect " + name + ": use " + String.join(", ", names)));
    }

    /** The engine that is named before a version. */
    private static Optional<Dialect> before(String version) {
        int dash = version.indexOf('-');
        return dash > 0 ? Optional.of(dialect(version.substring(0, dash))) : Optional.empty();
    }

    private static String version(String text, Optional<Dialect> named) {
        Dialect dialect = named.or(() -> before(text)).orElseGet(Dialects::usual);
        if (before(text).filter(other -> !other.name().equals(dialect.name())).isPresent()) {
            throw new IllegalArgumentException(text + " is no version of " + dialect.label());
        }
        String written = text.substring(text.indexOf('-') + 1);
        if (dialect.version(written).isEmpty()) {
            throw new IllegalArgumentException(Dialects.unknownVersion(written, dialect));
        }
        return written;
    }

    private static String framework(String name) {
        List<String> names =
                Frameworks.ALL.stream().map(MigrationFramework::name).toList();
        return oneOf(name, names, "framework");
    }

    private static ReleaseMode release(String word) {
        return oneOf(word, RELEASES, "release").equals("each") ? ReleaseMode.EACH : ReleaseMode.TOGETHER;
    }

    private static Threshold threshold(String word) {
        return Threshold.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown risk " + word + ": use " + String.join(", ", Threshold.WORDS)));
    }

    private static String oneOf(String word, List<String> words, String what) {
        if (!words.contains(word)) {
            throw new IllegalArgumentException("unknown " + what + " " + word + ": use " + String.join(", ", words));
        }
        return word;
    }

    private Path path(String text) {
        try {
            return fromHere(base.resolve(text).normalize(), base);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path: " + text, e);
        }
    }

    private HistoryMode history(String where) {
        return switch (where) {
            case "auto" -> new HistoryMode.Auto();
            case "none" -> new HistoryMode.None();
            default -> new HistoryMode.Folder(path(where));
        };
    }

    private PathPattern pattern(String glob) {
        return PathPattern.of(base, glob);
    }

    /** What lies below the current folder, or below a folder around it, is named from there. */
    private static Path fromHere(Path absolute, Path base) {
        Path here = Path.of("").toAbsolutePath();
        if (absolute.equals(here)) {
            return Path.of(".");
        }
        return absolute.startsWith(here) || here.startsWith(base) ? here.relativize(absolute) : absolute;
    }

    private Optional<RuleChoice> ruleChoice(TomlTable file) {
        TomlTable table = file.table("rules");
        Risks risks = Risks.of(file, rules);
        List<PathOverride> overrides =
                file.tables("overrides").stream().map(this::override).toList();
        if (!table.has("select") && !table.has("ignore") && risks.isEmpty() && overrides.isEmpty()) {
            return Optional.empty();
        }
        Set<String> on = new HashSet<>(table.has("select") ? ruleIds(table, "select") : rules.byDefault());
        on.removeAll(ruleIds(table, "ignore"));
        on.removeAll(risks.off());
        return Optional.of(new RuleChoice(Optional.of(on), risks.changed(), overrides));
    }

    private PathOverride override(TomlTable table) {
        List<PathPattern> paths = table.each("paths", this::pattern);
        if (paths.isEmpty()) {
            throw table.lacks("paths");
        }
        Risks risks = Risks.of(table, rules);
        var off = new HashSet<>(ruleIds(table, "ignore"));
        off.addAll(risks.off());
        return new PathOverride(paths, ruleIds(table, "select"), off, risks.changed());
    }

    private Set<String> ruleIds(TomlTable table, String key) {
        return table.each(key, word -> rules.of(word).orElseThrow(() -> unknown(rules.complaintOfAny(word)))).stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
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
        static Risks of(TomlTable table, RuleNames rules) {
            Map<String, Optional<Risk>> all = table.entries("risks", id -> known(id, rules), Risks::risk);
            var changed = new HashMap<String, Risk>();
            var off = new HashSet<String>();
            all.forEach((id, risk) -> risk.ifPresentOrElse(value -> changed.put(id, value), () -> off.add(id)));
            return new Risks(changed, off);
        }

        boolean isEmpty() {
            return changed.isEmpty() && off.isEmpty();
        }

        private static String known(String id, RuleNames rules) {
            if (!rules.isRule(id)) {
                throw unknown(rules.complaint(id));
            }
            return id;
        }

        private static Optional<Risk> risk(String word) {
            if (word.equalsIgnoreCase("off")) {
                return Optional.empty();
            }
            return Optional.of(Threshold.of(word)
                    .flatMap(Threshold::risk)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "unknown risk " + word + ": use low, medium, high, critical, off")));
        }
    }

    private ConfiguredIgnore ignore(TomlTable table) {
        List<PathPattern> files = table.each("file", this::pattern);
        if (files.isEmpty()) {
            throw table.lacks("file");
        }
        Set<String> ids = Set.copyOf(table.each("rule", id -> Risks.known(id, rules)));
        if (ids.isEmpty()) {
            throw table.lacks("rule");
        }
        return new ConfiguredIgnore(
                table.place(),
                files,
                ids,
                table.text("object"),
                table.text("reason").orElse(""),
                table.one("expires", ConfigurationReader::date));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date: " + text + " (write it as 2030-12-31)", e);
        }
    }

    private static TableSizes tableSizes(TomlTable table) {
        return new TableSizes(
                table.texts("large"),
                table.texts("small"),
                table.entries("rows", name -> name, ConfigurationReader::count));
    }

    private static Long count(String text) {
        try {
            long rows = Long.parseLong(text);
            if (rows >= 0) {
                return rows;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number of rows: " + text, e);
        }
        throw new IllegalArgumentException("not a number of rows: " + text);
    }

    private static Map<String, String> settings(TomlTable table) {
        var settings = new HashMap<String, String>();
        for (String key : ConfigurationKeys.in("database")) {
            table.one(key, ConfigurationReader::duration)
                    .ifPresent(value -> settings.put(key.replace('-', '_'), value));
        }
        return settings;
    }

    private static String duration(String text) {
        if (!text.matches("\\d+(?:\\.\\d+)? ?(?:us|ms|s|min|h|d)?")) {
            throw new IllegalArgumentException("not a time: " + text + " (write it as 5s, 500ms, 2min)");
        }
        return text;
    }
}
