package io.github.migralint.cli.console;

import java.util.regex.Pattern;

/**
 * Keeps words of migrations from giving orders to whoever keeps the log. GitHub obeys lines that begin with {@code ::},
 * blanks before it included, and {@code ##[…]} anywhere; Azure Pipelines {@code ##vso[…]}, TeamCity
 * {@code ##teamcity[…]}.
 */
final class LogCommands {
    /** How the bracket of such a command is shown. */
    static final String BRACKET = "\\x5b";

    private static final String COLON = "\\x3a";
    private static final Pattern COMMAND = Pattern.compile("(##[A-Za-z]*)\\[");
    /** What stands before it may be ignored by whoever compares texts as people do: only plain characters never are. */
    private static final Pattern LEADING_COLONS = Pattern.compile("^([^!-~]*):(?=:)");

    private LogCommands() {}

    /** A whole line of which none of them takes any part for a command. */
    static String disarmed(String line) {
        String shown = line;
        if (shown.contains("##")) {
            shown = COMMAND.matcher(shown).replaceAll("$1\\\\x5b");
        }
        return shown.contains("::") ? LEADING_COLONS.matcher(shown).replaceFirst("$1\\" + COLON) : shown;
    }

    /** Whether the character at an index is the bracket of a command. */
    static boolean isBracket(String line, int index) {
        if (line.charAt(index) != '[') {
            return false;
        }
        int hash = index - 1;
        while (hash > 0 && Character.isLetter(line.charAt(hash))) {
            hash--;
        }
        return hash > 0 && line.charAt(hash) == '#' && line.charAt(hash - 1) == '#';
    }
}
