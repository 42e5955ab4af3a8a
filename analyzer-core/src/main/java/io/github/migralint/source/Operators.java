package io.github.migralint.source;

import java.util.List;

/** Finds where an operator ends. */
final class Operators {
    /** With one of these in it, an operator may end in a sign. */
    private static final String ALLOW_SIGN_AT_END = "~!@#^&|`?%";

    /** Those of more than one character, longer ones before their beginnings. */
    private static final List<String> LISTED =
            List.of("<=>", "->>", "<=", ">=", "<>", "!=", "->", "&&", "||", "<<", ">>", "@@");

    private Operators() {}

    /** The end of the longest operator of the list, or of the one character. */
    static int listedEnd(String text, int start, int limit) {
        for (String operator : LISTED) {
            if (text.startsWith(operator, start) && start + operator.length() <= limit) {
                return start + operator.length();
            }
        }
        return start + 1;
    }

    /**
     * The longest run of operator characters that does not reach into a comment; {@code =-1} is an equals sign and a
     * negative number.
     */
    static int end(String text, int start, int limit) {
        int end = start + 1;
        boolean signAllowed = ALLOW_SIGN_AT_END.indexOf(text.charAt(start)) >= 0;
        while (end < limit && Characters.isOperator(text.charAt(end)) && !isCommentStart(text, end)) {
            signAllowed |= ALLOW_SIGN_AT_END.indexOf(text.charAt(end)) >= 0;
            end++;
        }
        while (!signAllowed && end > start + 1 && (text.charAt(end - 1) == '+' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    private static boolean isCommentStart(String text, int at) {
        return text.startsWith("--", at) || text.startsWith("/*", at);
    }
}
