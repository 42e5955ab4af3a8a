package io.github.migralint.cli;

import io.github.migralint.EngineSearch;
import io.github.migralint.config.Configuration;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.dialect.Version;
import io.github.migralint.framework.EngineNames;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** Makes of the options, and of a configuration where they say nothing, which server the migrations are meant for. */
final class EngineOptions {
    private static final Pattern VERSION = Pattern.compile("(?:([A-Za-z]+)[-: ]?)?(\\d[\\d.]*)");

    private final ParseResult arguments;
    private final Configuration configuration;

    EngineOptions(ParseResult arguments, Configuration configuration) {
        this.arguments = arguments;
        this.configuration = configuration;
    }

    /** The engine that was said, or else the usual one: that of a version which stands alone. */
    Dialect dialect() {
        Optional<String> inVersion = versionText().flatMap(matcher -> Optional.ofNullable(matcher.group(1)));
        Optional<String> asked = Optional.ofNullable(arguments.matchedOptionValue(Options.DIALECT, null));
        Optional<String> name = asked.or(() -> inVersion).or(configuration::dialect);
        Dialect dialect = name.map(EngineOptions::named).orElseGet(Dialects::usual);
        if (inVersion.isPresent() && !named(inVersion.get()).name().equals(dialect.name())) {
            throw new UsageException(
                    "--db-version is one of " + inVersion.get() + ", but --dialect says " + name.orElse(""));
        }
        return dialect;
    }

    /** The version as it was said, or else the newest one. */
    String writtenVersion() {
        Dialect dialect = dialect();
        if (!arguments.hasMatchedOption(Options.DB_VERSION)) {
            return configured(dialect).orElse(dialect.defaultVersion().toString());
        }
        String written = versionText()
                .map(matcher -> matcher.group(2))
                .orElse(Options.text(arguments, Options.DB_VERSION, "").strip());
        if (dialect.version(written).isEmpty()) {
            throw new UsageException(Options.DB_VERSION + ": " + Dialects.unknownVersion(written, dialect));
        }
        return written;
    }

    /** The version that is meant by it. */
    Version version() {
        return dialect().version(writtenVersion()).orElseGet(() -> dialect().defaultVersion());
    }

    /** What is left to be found out. */
    EngineSearch search() {
        if (arguments.hasMatchedOption(Options.DB_VERSION)
                || configured(dialect()).isPresent()) {
            return EngineSearch.NOTHING;
        }
        boolean said = arguments.hasMatchedOption(Options.DIALECT)
                || configuration.dialect().isPresent();
        return said ? EngineSearch.VERSION : EngineSearch.ENGINE;
    }

    /** Where engine and version came from. */
    String source() {
        if (arguments.hasMatchedOption(Options.DB_VERSION)) {
            return Options.DB_VERSION;
        }
        if (configured(dialect()).isPresent()) {
            return fileOf("db-version");
        }
        if (arguments.hasMatchedOption(Options.DIALECT)) {
            return Options.DIALECT;
        }
        return configuration.dialect().isPresent() ? fileOf("dialect") : "default";
    }

    /** The file that says a key: the one that holds, or one that it extends. */
    private String fileOf(String key) {
        return configuration
                .origins()
                .of(key)
                .map(place -> place.text().path())
                .or(configuration::file)
                .orElse(Configuration.FILE_NAME);
    }

    /** The version in the configuration, where it is one of the dialect. */
    private Optional<String> configured(Dialect dialect) {
        boolean same = configuration.dialect().map(dialect.name()::equals).orElse(true);
        return configuration
                .version()
                .filter(version -> same && dialect.version(version).isPresent());
    }

    private static Dialect named(String name) {
        return EngineNames.engine(name)
                .flatMap(Dialects::named)
                .orElseThrow(() -> new UsageException("unknown dialect " + name + ": use "
                        + Dialects.all().stream().map(Dialect::name).collect(Collectors.joining(", "))));
    }

    private Optional<Matcher> versionText() {
        Matcher matcher =
                VERSION.matcher(Options.text(arguments, Options.DB_VERSION, "").strip());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
