package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Locale;

/** The tokens of an expression or query and how far they are read. */
final class Tokens {
    private static final Token END = new Token(TokenKind.PUNCTUATION, "", 0);

    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    Token peek() {
        return peek(0);
    }

    /** A token further on; one without text beyond the end. */
    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean isWord(String word) {
        return peek().isWord(word);
    }

    boolean accept(String word) {
        boolean found = peek().isWord(word);
        at += found ? 1 : 0;
        return found;
    }

    boolean acceptSymbol(String symbol) {
        boolean found = peek().isSymbol(symbol);
        at += found ? 1 : 0;
        return found;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw new Unreadable(word + " is missing");
        }
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw new Unreadable(symbol + " is missing");
        }
    }

    /** The tokens inside of the parentheses that open here, which are passed over. */
    List<Token> group() {
        expectSymbol("(");
        int from = at;
        int open = 1;
        while (open > 0) {
            if (atEnd()) {
                throw new Unreadable("a parenthesis does not close");
            }
            Token token = next();
            open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return tokens.subList(from, at - 1);
    }

    /** A word in lower case; empty for what is none. */
    static String fold(Token token) {
        return token.kind() == TokenKind.WORD ? token.text().toLowerCase(Locale.ROOT) : "";
    }
}
