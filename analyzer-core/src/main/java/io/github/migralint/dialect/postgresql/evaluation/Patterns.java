package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.util.Locale;
import java.util.Optional;

/** LIKE, without going back more than once for each sign. */
final class Patterns {
    private Patterns() {}

    /** {@code left LIKE right}. */
    static Datum like(Datum left, Datum right, boolean ignoreCase, Budget budget) {
        if (left.isNull() || right.isNull()) {
            return Datum.nothing("bool");
        }
        if (!(right.value() instanceof Value.Text(String pattern)) || !Casts.isText(right) || !Casts.isText(left)) {
            return Datum.maybe();
        }
        if (!(left.value() instanceof Value.Text(String text))) {
            return ofUnknown(left.possibility(), pattern, ignoreCase);
        }
        if (endsInEscape(pattern)) {
            return Datum.maybe();
        }
        budget.spend((long) text.length() * pattern.length());
        if (!ignoreCase) {
            return Datum.truth(matches(text, pattern));
        }
        return isAscii(text) && isAscii(pattern)
                ? Datum.truth(matches(text.toLowerCase(Locale.ROOT), pattern.toLowerCase(Locale.ROOT)))
                : Datum.maybe();
    }

    /** What a text surely begins with may be enough to tell. */
    private static Datum ofUnknown(Possibility possibility, String pattern, boolean ignoreCase) {
        if (ignoreCase || pattern.length() > 100 || endsInEscape(pattern)) {
            return Datum.maybe();
        }
        if (!possibility.mayBegin(prefix(pattern))) {
            return Datum.FALSE;
        }
        boolean open = pattern.endsWith("%") && !pattern.endsWith("\\%");
        return open && matches(possibility.prefix(), pattern) ? Datum.TRUE : Datum.maybe();
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static boolean endsInEscape(String pattern) {
        int backslashes = 0;
        for (int i = pattern.length() - 1; i >= 0 && pattern.charAt(i) == '\\'; i--) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** What a text must begin with to match. */
    private static String prefix(String pattern) {
        var prefix = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' || c == '_') {
                break;
            }
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
            }
            prefix.append(pattern.charAt(i));
        }
        return prefix.toString();
    }

    private static boolean matches(String text, String pattern) {
        int t = 0;
        int p = 0;
        Optional<int[]> retry = Optional.empty();
        while (t < text.length() || p < pattern.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '%') {
                p++;
                retry = Optional.of(new int[] {t, p});
                continue;
            }
            int length = t < text.length() && p < pattern.length() ? step(text, t, pattern, p) : 0;
            if (length > 0) {
                p += pattern.charAt(p) == '\\' ? 2 : 1;
                t += length;
                continue;
            }
            if (retry.isEmpty() || retry.get()[0] >= text.length()) {
                return false;
            }
            retry.get()[0]++;
            t = retry.get()[0];
            p = retry.get()[1];
        }
        return true;
    }

    /** How many units of the text one sign of the pattern takes; none where they differ. */
    private static int step(String text, int t, String pattern, int p) {
        char sign = pattern.charAt(p);
        if (sign == '_') {
            return Character.charCount(text.codePointAt(t));
        }
        char wanted = sign == '\\' ? pattern.charAt(p + 1) : sign;
        return text.charAt(t) == wanted ? 1 : 0;
    }
}
