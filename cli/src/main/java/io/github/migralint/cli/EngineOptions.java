package io.github.migralint.cli;

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

    Dialect dialect() {
        Optional<String> inVersion = versionText().flatMap(matcher -> Optional.ofNullable(matcher.group(1)));
        Optional<String> asked = Optional.ofNullable(arguments.matchedOptionValue(Options.DIALECT, null));
        String name = asked.or(() -> inVersion)
                .or(configuration::dialect)
                .orElseGet(() -> Dialects.all().get(0).name());
        Dialect dialect = named(name);
        if (inVersion.isPresent() && named(inVersion.get()).name().compareTo(dialect.name()) != 0) {
            throw new UsageException("--db-version is one of " + inVersion.get() + ", but --dialect says " + name);
        }
        return dialect;
    }

    Version version() {
        Dialect dialect = dialect();
        if (!arguments.hasMatchedOption(Options.DB_VERSION)) {
            return configured(dialect).orElse(dialect.defaultVersion());
        }
        return versionText()
                .flatMap(matcher -> Version.parse(matcher.group(2)))
                .filter(dialect::supports)
                .orElseThrow(() -> new UsageException("unknown version "
                        + Options.text(arguments, Options.DB_VERSION, "") + " of " + dialect.label()
                        + ": supported are "
                        + dialect.supportedVersions().stream()
                                .map(Version::toString)
                                .collect(Collectors.joining(", "))));
    }

    /** Where engine and version came from. */
    String source() {
        if (arguments.hasMatchedOption(Options.DB_VERSION)) {
            return Options.DB_VERSION;
        }
        String file = configuration.file().orElse(Configuration.FILE_NAME);
        if (configured(dialect()).isPresent()) {
            return file;
        }
        if (arguments.hasMatchedOption(Options.DIALECT)) {
            return "--dialect, newest version";
        }
        return configuration.dialect().isPresent() ? file + ", newest version" : "default";
    }

    /** The version in the configuration, where it is one of the dialect. */
    private Optional<Version> configured(Dialect dialect) {
        boolean same = configuration.dialect().map(dialect.name()::equals).orElse(true);
        return configuration.version().filter(version -> same && dialect.supports(version));
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
