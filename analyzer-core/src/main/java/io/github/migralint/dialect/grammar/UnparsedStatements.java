package io.github.migralint.dialect.grammar;

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
public final class UnparsedStatements {
    private static final int MOST_KEYWORDS = 3;
    private static final int MOST_MENTIONS = 50;
    private static final int LONGEST_QUOTE = 40;

    private final Grammar grammar;
    private final GrammarTokens tokens;

    /** About the tokens of one statement. */
    public UnparsedStatements(Grammar grammar, GrammarTokens tokens) {
        this.grammar = grammar;
        this.tokens = tokens;
    }

    /** The statement whose token at {@code index} is not what was expected there. */
    public Unparsed of(StatementPiece piece, int index, String expectation) {
        return new Unparsed(
                piece.tokens(), keywords(), sentence(index, expectation), problemSpan(index), mentions(), piece.span());
    }

    /** What is wrong, in a sentence without its first capital. */
    public String sentence(int index, String expectation) {
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
    public Span problemSpan(int index) {
        return index < tokens.count() ? tokens.span(index, index + 1) : tokens.span(tokens.count(), tokens.count());
    }

    private String keywords() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.count() && words.size() < MOST_KEYWORDS; i++) {
            String word = tokens.word(i);
            if (!grammar.isKeyword().test(word)) {
                break;
            }
            words.add(word.toUpperCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }

    /** All names that are no keywords: better one too many than an object that is taken for certain. */
    private List<QualifiedName> mentions() {
        List<QualifiedName> names = new ArrayList<>();
        int i = 0;
        while (i < tokens.count() && names.size() < MOST_MENTIONS) {
            int end = nameEnd(i);
            if (end > i) {
                names.add(new SyntaxParts<>(tokens, grammar).name(i, end));
            }
            i = Math.max(end, i + 1);
        }
        return names;
    }

    private int nameEnd(int from) {
        if (!isName(from)) {
            return from;
        }
        int end = from + 1;
        while (tokens.type(end) == grammar.marks().dot() && grammar.isWord().test(tokens.type(end + 1))) {
            end += 2;
        }
        return end;
    }

    private boolean isName(int i) {
        Token token = tokens.token(i);
        boolean word = token.kind() == TokenKind.WORD && !grammar.isKeyword().test(tokens.word(i));
        return word || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }
}
