package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.source.Span;
import io.github.migralint.source.StatementPiece;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes statements that could not be read: where and why, and what they may have been about. */
final class UnparsedStatements {
    private static final int MOST_KEYWORDS = 3;
    private static final int MOST_MENTIONS = 50;
    private static final int LONGEST_QUOTE = 40;

    private UnparsedStatements() {}

    /** The statement whose token at {@code index} is not what was expected there. */
    static Unparsed of(StatementPiece piece, StatementTokens tokens, int index, String expectation) {
        return new Unparsed(
                piece.tokens(),
                keywords(tokens),
                sentence(tokens, index, expectation),
                problemSpan(tokens, index),
                mentions(tokens),
                piece.span());
    }

    /** What is wrong, in a sentence without its first capital. */
    static String sentence(StatementTokens tokens, int index, String expectation) {
        boolean end = index >= tokens.count();
        String found = end
                ? "the end of the statement"
                : "\"" + quote(tokens.token(index).text()) + "\"";
        if (expectation.isEmpty()) {
            return end ? "the statement is not complete" : "unexpected " + found;
        }
        return expectation.startsWith("expected") ? expectation + " before " + found : expectation;
    }

    private static String quote(String text) {
        int line = text.indexOf('\n');
        String first = line < 0 ? text : text.substring(0, line) + "…";
        return first.length() <= LONGEST_QUOTE ? first : first.substring(0, LONGEST_QUOTE) + "…";
    }

    /** Where it is wrong. */
    static Span problemSpan(StatementTokens tokens, int index) {
        return index < tokens.count() ? tokens.span(index, index + 1) : tokens.span(tokens.count(), tokens.count());
    }

    private static String keywords(StatementTokens tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.count() && words.size() < MOST_KEYWORDS; i++) {
            String word = tokens.word(i);
            if (Keywords.category(word).isEmpty()) {
                break;
            }
            words.add(word.toUpperCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }

    /** All names that are no keywords: better one too many than an object that is taken for certain. */
    private static List<QualifiedName> mentions(StatementTokens tokens) {
        List<QualifiedName> names = new ArrayList<>();
        int i = 0;
        while (i < tokens.count() && names.size() < MOST_MENTIONS) {
            int end = nameEnd(tokens, i);
            if (end > i) {
                names.add(new TreeParts(tokens).name(i, end));
            }
            i = Math.max(end, i + 1);
        }
        return names;
    }

    private static int nameEnd(StatementTokens tokens, int from) {
        if (!isName(tokens, from)) {
            return from;
        }
        int end = from + 1;
        while (tokens.type(end) == PostgresqlParser.DOT && WordTypes.isWord(tokens.type(end + 1))) {
            end += 2;
        }
        return end;
    }

    private static boolean isName(StatementTokens tokens, int i) {
        Token token = tokens.token(i);
        boolean word = token.kind() == TokenKind.WORD
                && Keywords.category(tokens.word(i)).isEmpty();
        return word || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }
}
