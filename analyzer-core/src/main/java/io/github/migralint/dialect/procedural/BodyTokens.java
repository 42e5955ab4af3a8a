package io.github.migralint.dialect.procedural;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tokens of a body and how far they are read. */
public final class BodyTokens {
    private static final int LONGEST_QUOTE = 40;

    private final List<Token> tokens;
    /** Stands for all that could follow the last token. */
    private final Token end;

    private int at;

    /**
     * Begins to read.
     *
     * @param tokens the tokens
     * @param limit offset in the file where they end
     */
    public BodyTokens(List<Token> tokens, int limit) {
        this.tokens = tokens;
        int last = tokens.isEmpty() ? limit : tokens.getLast().end();
        this.end = new Token(TokenKind.PUNCTUATION, "", last);
    }

    /** Whether all are read. */
    public boolean atEnd() {
        return at >= tokens.size();
    }

    /** The index of the token to be read next. */
    public int index() {
        return at;
    }

    /** How many tokens are left. */
    public int rest() {
        return tokens.size() - at;
    }

    /** Goes on reading at an index. */
    public void moveTo(int index) {
        at = index;
    }

    /** The token to be read next; one without text at the end. */
    public Token peek() {
        return peek(0);
    }

    /** A token further on; one without text beyond the end. */
    public Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : end;
    }

    /** Reads a token; one without text at the end. */
    public Token next() {
        Token token = peek();
        at = Math.min(at + 1, tokens.size());
        return token;
    }

    /** Whether this word comes next. */
    public boolean isWord(String word) {
        return peek().isWord(word);
    }

    /** Whether this symbol comes next. */
    public boolean isSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    /** Reads a word, if it comes next. */
    public boolean accept(String word) {
        boolean found = isWord(word);
        at += found ? 1 : 0;
        return found;
    }

    /** Reads a symbol, if it comes next. */
    public boolean acceptSymbol(String symbol) {
        boolean found = isSymbol(symbol);
        at += found ? 1 : 0;
        return found;
    }

    /** Reads a word that must come next. */
    public void expect(String word) {
        if (!accept(word)) {
            throw expected(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Reads a symbol that must come next. */
    public void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw expected("\"" + symbol + "\"");
        }
    }

    /** Says that something else should stand here. */
    public Refusal expected(String what) {
        return new Refusal("expected " + what + " before " + quoted(peek()), peek().span());
    }

    private String quoted(Token token) {
        if (token.text().isEmpty()) {
            return "the end of the code";
        }
        int line = token.text().indexOf('\n');
        String first = line < 0 ? token.text() : token.text().substring(0, line) + "…";
        return '"' + (first.length() <= LONGEST_QUOTE ? first : first.substring(0, LONGEST_QUOTE) + "…") + '"';
    }

    /** The tokens from one index to before another. */
    public List<Token> run(int from, int to) {
        return tokens.subList(from, to);
    }

    /** Where the tokens from one index to before another stand. */
    public Span span(int from, int to) {
        return to > from
                ? new Span(tokens.get(from).start(), tokens.get(to - 1).end())
                : new Span(startOf(from), startOf(from));
    }

    private int startOf(int index) {
        return index < tokens.size() ? tokens.get(index).start() : end.start();
    }

    /** Reads to a semicolon, or to one of these words or symbols outside of brackets; at least one token. */
    public List<Token> until(Set<String> words, Set<String> symbols, String what) {
        int from = at;
        int open = 0;
        while (!atEnd() && !isSymbol(";")) {
            Token token = peek();
            if (open == 0 && ends(token, words, symbols)) {
                break;
            }
            if (token.isSymbol("(") || token.isSymbol("[")) {
                open++;
            } else if (token.isSymbol(")") || token.isSymbol("]")) {
                open--;
            }
            if (open < 0) {
                throw new Refusal("nothing was opened that could be closed here", token.span());
            }
            at++;
        }
        if (open > 0) {
            throw expected("a closing bracket");
        }
        if (at == from) {
            throw expected(what);
        }
        return run(from, at);
    }

    /** How far ahead the brackets end that open {@code ahead} tokens from here; {@code ahead} itself if none open there. */
    public int afterBrackets(int ahead) {
        int open = 0;
        int i = ahead;
        do {
            Token token = peek(i);
            if (token.isSymbol("(") || token.isSymbol("[")) {
                open++;
            } else if (token.isSymbol(")") || token.isSymbol("]")) {
                open--;
            }
            if (token.text().isEmpty() || token.isSymbol(";") || (open <= 0 && i == ahead)) {
                return ahead;
            }
            i++;
        } while (open > 0);
        return i;
    }

    /** All tokens. */
    public List<Token> all() {
        return tokens;
    }

    private static boolean ends(Token token, Set<String> words, Set<String> symbols) {
        return switch (token.kind()) {
            case WORD -> words.contains(token.text().toLowerCase(Locale.ROOT));
            case PUNCTUATION, OPERATOR -> symbols.contains(token.text());
            default -> false;
        };
    }

    /** Goes to after the next semicolon, at least one token further than {@code from}. */
    public void skipStatement(int from) {
        at = Math.max(at, from);
        while (!atEnd() && !isSymbol(";")) {
            at++;
        }
        acceptSymbol(";");
    }
}
