package io.github.migralint.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rows that follow {@code COPY … FROM STDIN} in scripts for the command-line client. */
final class CopyData {
    private static final Set<String> SOURCES = Set.of("stdin", "stdout");
    private static final Set<String> STATEMENTS = Set.of(
            "copy",
            "select",
            "create",
            "drop",
            "insert",
            "truncate",
            "begin",
            "commit",
            "rollback",
            "alter",
            "set",
            "reset",
            "delete",
            "update",
            "grant",
            "revoke");

    /**
     * Rows of a COPY.
     *
     * @param rows the lines with data
     * @param region the rows with the line that ends them
     * @param closed whether such a line was there
     */
    record Rows(Span rows, Span region, boolean closed) {}

    private final String text;
    private final int end;
    private int terminator = -1;
    private int terminatorSearchedFrom = Integer.MAX_VALUE;

    CopyData(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /** Whether rows follow the statement. */
    static boolean expectedAfter(List<Token> statement) {
        if (!statement.get(0).isWord("copy")) {
            return false;
        }
        int depth = 0;
        for (int i = 1; i + 1 < statement.size(); i++) {
            Token token = statement.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isWord("from")) {
                return SOURCES.contains(statement.get(i + 1).text().toLowerCase(Locale.ROOT));
            }
        }
        return false;
    }

    /**
     * The rows after the semicolon that ends at {@code from}; none when statements follow, as after a COPY that is meant
     * to fail.
     */
    Optional<Rows> after(int from) {
        if (!restOfLineIsEmpty(from)) {
            return Optional.empty();
        }
        int first = Recovery.nextLine(text, from, end);
        int last = terminator(first);
        if (last < 0) {
            return first < end && !beginsSomething(first)
                    ? Optional.of(new Rows(new Span(first, end), new Span(first, end), false))
                    : Optional.empty();
        }
        return looksLikeStatements(first, last)
                ? Optional.empty()
                : Optional.of(new Rows(new Span(first, last), new Span(first, last + 2), true));
    }

    private boolean restOfLineIsEmpty(int from) {
        int i = from;
        while (i < end && Characters.isBlank(text.charAt(i)) && !Characters.isLineEnd(text.charAt(i))) {
            i++;
        }
        return i == end || Characters.isLineEnd(text.charAt(i)) || text.startsWith("--", i);
    }

    /** The start of the next line that holds only a backslash and a period, or -1. */
    private int terminator(int from) {
        if (terminatorSearchedFrom <= from && (terminator < 0 || terminator >= from)) {
            return terminator;
        }
        terminatorSearchedFrom = from;
        terminator = -1;
        for (int line = from; line < end; line = Recovery.nextLine(text, line, end)) {
            if (text.startsWith("\\.", line) && Recovery.isBlank(text, line + 2, Recovery.nextLine(text, line, end))) {
                terminator = line;
                break;
            }
        }
        return terminator;
    }

    private boolean looksLikeStatements(int from, int to) {
        boolean keyword = false;
        boolean semicolon = false;
        for (int line = from; line < to; line = Recovery.nextLine(text, line, to)) {
            int next = Recovery.nextLine(text, line, to);
            String content = text.substring(line, next).strip();
            keyword |= beginsStatement(content);
            semicolon |= content.endsWith(";") || content.contains("; --");
            if (keyword && semicolon) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsStatement(String line) {
        int blank = line.indexOf(' ');
        String word = blank < 0 ? line.replace(";", "") : line.substring(0, blank);
        return line.indexOf('\t') < 0 && STATEMENTS.contains(word.toLowerCase(Locale.ROOT));
    }

    private boolean beginsSomething(int from) {
        int line = from;
        while (line < end && Recovery.isBlank(text, line, Recovery.nextLine(text, line, end))) {
            line = Recovery.nextLine(text, line, end);
        }
        String content =
                text.substring(line, Recovery.nextLine(text, line, end)).strip();
        return content.isEmpty() || content.startsWith("--") || content.startsWith("\\") || beginsStatement(content);
    }
}
