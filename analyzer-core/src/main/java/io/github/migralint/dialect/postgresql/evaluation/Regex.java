package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.util.Locale;
import java.util.Optional;

/** The operators of regular expressions, for the expressions that mean the same everywhere. */
final class Regex {
    private Regex() {}

    /** {@code left ~ right}. */
    static Datum matches(Datum left, Datum right, boolean ignoreCase, Budget budget) {
        return matches(left, right, ignoreCase, false, budget);
    }

    /** {@code left SIMILAR TO right}. */
    static Datum similar(Datum left, Datum right, Budget budget) {
        return matches(left, right, false, true, budget);
    }

    /** In small letters an escape or a range would be another one. */
    private static boolean changesWithCase(String pattern) {
        boolean capitals = pattern.chars().anyMatch(Character::isUpperCase);
        return pattern.indexOf('\\') >= 0 || (capitals && pattern.indexOf('[') >= 0);
    }

    private static Datum matches(Datum left, Datum right, boolean ignoreCase, boolean similar, Budget budget) {
        if (left.isNull() || right.isNull()) {
            return Datum.nothing("bool");
        }
        boolean texts = Casts.isText(left) && Casts.isText(right);
        if (!texts
                || !(right.value() instanceof Value.Text(String pattern))
                || !(left.value() instanceof Value.Text(String text))
                || !Patterns.isAscii(text + pattern)
                || (ignoreCase && changesWithCase(pattern))) {
            return Datum.maybe();
        }
        Optional<RegexProgram> program =
                RegexProgram.of(ignoreCase ? pattern.toLowerCase(Locale.ROOT) : pattern, similar);
        if (program.isEmpty()) {
            return Datum.maybe();
        }
        budget.spend((long) text.length() * program.get().size());
        return Datum.truth(program.get().matches(ignoreCase ? text.toLowerCase(Locale.ROOT) : text));
    }
}
