package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.postgresql.Names;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Locale;

/** A place in a run of tokens. */
final class Cursor {
    /** How deep expressions and queries may stand inside each other. */
    private static final int DEEPEST = 120;

    private final List<Token> tokens;
    private int at;
    private int depth;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Goes one level down; refuses what no one writes by hand. */
    void enter() {
        if (++depth > DEEPEST) {
            throw new Unreadable("too deep");
        }
    }

    void leave() {
        depth--;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** A place to return to. */
    record Mark(int at, int depth) {}

    Mark mark() {
        return new Mark(at, depth);
    }

    void back(Mark mark) {
        at = mark.at();
        depth = mark.depth();
    }

    /** The place after the parenthesis that closes the one before {@code ahead}; the end if none does. */
    int afterClosing(int ahead) {
        int open = 1;
        int i = ahead;
        while (at + i < tokens.size() && open > 0) {
            if (isSymbol(i, "(")) {
                open++;
            } else if (isSymbol(i, ")")) {
                open--;
            }
            i++;
        }
        return i;
    }

    void skip() {
        at++;
    }

    Token next() {
        if (atEnd()) {
            throw new Unreadable("ends too early");
        }
        return tokens.get(at++);
    }

    boolean isKind(int ahead, TokenKind kind) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).kind() == kind;
    }

    /** The unquoted word there in lower case, or nothing. */
    String word(int ahead) {
        return isKind(ahead, TokenKind.WORD) ? tokens.get(at + ahead).text().toLowerCase(Locale.ROOT) : "";
    }

    String word() {
        return word(0);
    }

    boolean isWord(String word) {
        return word().equals(word);
    }

    boolean isSymbol(int ahead, String symbol) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).isSymbol(symbol);
    }

    boolean isSymbol(String symbol) {
        return isSymbol(0, symbol);
    }

    /** The operator there, or nothing. */
    String operator() {
        return isKind(0, TokenKind.OPERATOR) ? tokens.get(at).text() : "";
    }

    /** Steps over words that stand there one after the other. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!word(i).equals(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        boolean there = isSymbol(symbol);
        if (there) {
            at++;
        }
        return there;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw new Unreadable("expected " + word);
        }
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw new Unreadable("expected " + symbol);
        }
    }

    boolean isName() {
        return isKind(0, TokenKind.WORD) || isKind(0, TokenKind.QUOTED_IDENTIFIER);
    }

    /** Reads a name of one part, folded. */
    String name() {
        if (!isName()) {
            throw new Unreadable("expected a name");
        }
        return Names.value(next());
    }

    /** Steps over everything to the parenthesis that closes the one just read. */
    void skipToClosing() {
        int open = 1;
        while (open > 0) {
            Token token = next();
            if (token.isSymbol("(")) {
                open++;
            } else if (token.isSymbol(")")) {
                open--;
            }
        }
    }
}
