package io.github.migralint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Guesses where a damaged statement ends: before a line that begins with the first keyword of another one. */
final class Recovery {
    private Recovery() {}

    /**
     * The first line after {@code from} that follows a semicolon at the end of a line and begins, unindented, with the
     * keyword of a statement.
     */
    static OptionalInt nextStatement(String text, int from, int end, Lexicon lexicon) {
        int line = nextLine(text, from, end);
        boolean ended = endsWithSemicolon(text, from, line);
        while (line < end) {
            int next = nextLine(text, line, end);
            if (ended && beginsStatement(text, line, end, lexicon)) {
                return OptionalInt.of(line);
            }
            ended = endsWithSemicolon(text, line, next) || (ended && isBlank(text, line, next));
            line = next;
        }
        return OptionalInt.empty();
    }

    /** The string that most likely lacks its closing quote: the first that seems to hold the start of a statement. */
    static Optional<Token> brokenQuote(List<StatementPiece> pieces, int before, Lexicon lexicon) {
        for (StatementPiece piece : pieces) {
            for (Token token : piece.tokens()) {
                if (token.start() < before && isPlainQuoted(token) && holdsStatement(token.text(), lexicon)) {
                    return Optional.of(token);
                }
            }
        }
        return Optional.empty();
    }

    /** Splits a statement whose parentheses do not close before each line that begins another one. */
    static List<List<Token>> split(String text, List<Token> tokens, Lexicon lexicon) {
        var parts = new ArrayList<List<Token>>();
        int from = 0;
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean lineStart = token.start() > 0 && Characters.isLineEnd(text.charAt(token.start() - 1));
            if (lineStart && token.kind() == TokenKind.WORD && isStatementKeyword(token.text(), lexicon)) {
                parts.add(tokens.subList(from, i));
                from = i;
            }
        }
        parts.add(tokens.subList(from, tokens.size()));
        return parts;
    }

    private static boolean isPlainQuoted(Token token) {
        return (token.kind() == TokenKind.STRING && !token.text().startsWith("$"))
                || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }

    private static boolean holdsStatement(String literal, Lexicon lexicon) {
        return nextStatement(literal, 0, literal.length(), lexicon).isPresent();
    }

    private static boolean beginsStatement(String text, int line, int end, Lexicon lexicon) {
        int i = line;
        while (i < end && i - line < 20 && Characters.isWordPart(text.charAt(i))) {
            i++;
        }
        return i > line && isStatementKeyword(text.substring(line, i), lexicon);
    }

    private static boolean isStatementKeyword(String word, Lexicon lexicon) {
        return lexicon.statementKeywords().contains(word.toLowerCase(Locale.ROOT));
    }

    /** The start of the line after the one that {@code from} is in. */
    static int nextLine(String text, int from, int end) {
        int i = from;
        while (i < end && !Characters.isLineEnd(text.charAt(i))) {
            i++;
        }
        if (i < end) {
            i += text.startsWith("\r\n", i) ? 2 : 1;
        }
        return Math.min(i, end);
    }

    static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWithSemicolon(String text, int from, int to) {
        int i = to - 1;
        while (i >= from && Characters.isBlank(text.charAt(i))) {
            i--;
        }
        return i >= from && text.charAt(i) == ';';
    }
}
