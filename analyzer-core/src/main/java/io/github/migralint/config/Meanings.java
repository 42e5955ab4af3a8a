package io.github.migralint.config;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.framework.EngineNames;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.rule.Risk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What the words of a configuration mean; a word without a meaning is told by an {@link IllegalArgumentException}. */
final class Meanings {
    private static final List<String> RELEASES = List.of("together", "each");
    private static final String OFF = "off";

    private Meanings() {}

    static Dialect dialect(String name) {
        List<String> names = Dialects.all().stream().map(Dialect::name).toList();
        return EngineNames.engine(name)
                .flatMap(Dialects::named)
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown dialect " + name + ": use " + String.join(", ", names)));
    }

    /** The engine that is named before a version. */
    static Optional<Dialect> before(String version) {
        int dash = version.indexOf('-');
        return dash > 0 ? Optional.of(dialect(version.substring(0, dash))) : Optional.empty();
    }

    /** A version without the name of its engine. */
    static String version(String text, Optional<Dialect> named) {
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

    static String framework(String name) {
        List<String> names =
                Frameworks.ALL.stream().map(MigrationFramework::name).toList();
        return oneOf(name, names, "framework");
    }

    static ReleaseMode release(String word) {
        return oneOf(word, RELEASES, "release").equals("each") ? ReleaseMode.EACH : ReleaseMode.TOGETHER;
    }

    static Threshold threshold(String word) {
        return Threshold.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown risk " + word + ": use " + String.join(", ", Threshold.WORDS)));
    }

    /** A risk, or none for a rule that is off. */
    static Optional<Risk> risk(String word) {
        if (word.equalsIgnoreCase(OFF)) {
            return Optional.empty();
        }
        return Optional.of(Threshold.of(word)
                .flatMap(Threshold::risk)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown risk " + word + ": use low, medium, high, critical, off")));
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date: " + text + " (write it as 2030-12-31)", e);
        }
    }

    static Long rows(String text) {
        try {
            long rows = new BigDecimal(text).longValueExact();
            if (rows >= 0) {
                return rows;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("not a number of rows: " + text, e);
        }
        throw new IllegalArgumentException("not a number of rows: " + text);
    }

    static String duration(String text) {
        if (!text.matches("\\d+(?:\\.\\d+)? ?(?:us|ms|s|min|h|d)?")) {
            throw new IllegalArgumentException("not a time: " + text + " (write it as 5s, 500ms, 2min)");
        }
        return text;
    }

    private static String oneOf(String word, List<String> words, String what) {
        if (!words.contains(word)) {
            throw new IllegalArgumentException("unknown " + what + " " + word + ": use " + String.join(", ", words));
        }
        return word;
    }
}
