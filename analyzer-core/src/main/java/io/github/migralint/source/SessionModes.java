package io.github.migralint.source;

import io.github.migralint.source.Lexicon.Feature;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the statements that set the SQL modes of the session change in the marks of those after them. */
final class SessionModes {
    private static final String ANSI_QUOTES = "ANSI_QUOTES";
    private static final String NO_BACKSLASH_ESCAPES = "NO_BACKSLASH_ESCAPES";
    /** Modes that stand for several, ANSI_QUOTES among them. */
    private static final Set<String> QUOTING =
            Set.of(ANSI_QUOTES, "ANSI", "DB2", "MAXDB", "MSSQL", "ORACLE", "POSTGRESQL");

    private final Lexicon first;

    /** Of a session that begins with the marks of a lexicon. */
    SessionModes(Lexicon first) {
        this.first = first;
    }

    /** The marks in force after a statement. */
    Lexicon after(List<Token> statement, Lexicon before) {
        if (!before.has(Feature.SQL_MODES) || !statement.get(0).isWord("set")) {
            return before;
        }
        Lexicon after = before;
        int from = 1;
        int depth = 0;
        for (int i = 1; i <= statement.size(); i++) {
            if (i == statement.size() || (depth == 0 && statement.get(i).isSymbol(","))) {
                after = afterAssignment(statement.subList(from, i), after);
                from = i + 1;
            } else if (statement.get(i).isSymbol("(")) {
                depth++;
            } else if (statement.get(i).isSymbol(")")) {
                depth--;
            }
        }
        return after;
    }

    private Lexicon afterAssignment(List<Token> assignment, Lexicon before) {
        int sign = equalsSign(assignment);
        if (sign < 1 || !setsModeOfSession(assignment.subList(0, sign))) {
            return before;
        }
        List<Token> value = assignment.subList(sign + 1, assignment.size());
        if (value.size() == 1 && value.get(0).kind() == TokenKind.STRING) {
            return with(named(value), Set.of());
        }
        if (value.size() == 1
                && value.get(0).kind() == TokenKind.WORD
                && !value.get(0).isWord("default")) {
            return with(Set.of(upper(value.get(0).text())), Set.of());
        }
        boolean changed = !value.isEmpty() && value.stream().anyMatch(SessionModes::isSqlMode);
        if (changed && value.get(0).isWord("replace")) {
            return with(modes(before), named(value));
        }
        if (changed) {
            Set<String> modes = modes(before);
            modes.addAll(named(value));
            return with(modes, Set.of());
        }
        // a variable that the old modes were kept in, or DEFAULT
        return first;
    }

    private static int equalsSign(List<Token> assignment) {
        for (int i = 0; i < assignment.size(); i++) {
            if (assignment.get(i).isSymbol("=") || assignment.get(i).isSymbol(":=")) {
                return i;
            }
        }
        return -1;
    }

    /** The modes of the server and those of sessions to come are not those of this one. */
    private static boolean setsModeOfSession(List<Token> target) {
        Token name = target.get(target.size() - 1);
        boolean elsewhere = target.get(0).isWord("global") || target.get(0).isWord("persist");
        return isSqlMode(name) && !elsewhere && !upper(name.text()).startsWith("@@GLOBAL.");
    }

    private static boolean isSqlMode(Token token) {
        String name = upper(token.text()).replace("`", "");
        return switch (token.kind()) {
            case WORD, QUOTED_IDENTIFIER -> name.equals("SQL_MODE");
            case VARIABLE -> name.equals("@@SQL_MODE") || (name.startsWith("@@") && name.endsWith(".SQL_MODE"));
            default -> false;
        };
    }

    private static Set<String> named(List<Token> value) {
        var names = new HashSet<String>();
        for (Token token : value) {
            if (token.kind() == TokenKind.STRING) {
                addNames(token.text(), names);
            }
        }
        return names;
    }

    private static void addNames(String literal, Set<String> names) {
        int from = 0;
        for (int i = 0; i <= literal.length(); i++) {
            boolean part = i < literal.length() && Characters.isWordPart(literal.charAt(i));
            if (!part && i > from) {
                names.add(upper(literal.substring(from, i)));
            }
            from = part ? from : i + 1;
        }
    }

    private static Set<String> modes(Lexicon lexicon) {
        var modes = new HashSet<String>();
        if (!lexicon.has(Feature.DOUBLE_QUOTED_STRINGS)) {
            modes.add(ANSI_QUOTES);
        }
        if (!lexicon.has(Feature.BACKSLASH_ESCAPES)) {
            modes.add(NO_BACKSLASH_ESCAPES);
        }
        return modes;
    }

    private Lexicon with(Set<String> modes, Set<String> without) {
        boolean quoting = modes.stream().anyMatch(mode -> QUOTING.contains(mode) && !without.contains(mode));
        boolean plain = modes.contains(NO_BACKSLASH_ESCAPES) && !without.contains(NO_BACKSLASH_ESCAPES);
        return first.with(Feature.DOUBLE_QUOTED_STRINGS, !quoting).with(Feature.BACKSLASH_ESCAPES, !plain);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
