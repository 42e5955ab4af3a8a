package io.github.migralint.dialect.postgresql;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one statement as the grammar reads them, with each bracket's partner found beforehand, so that a balanced
 * run is one step whatever its size and depth.
 */
final class StatementTokens implements TokenStream {
    private final List<Token> tokens;
    private final int[] types;
    private final int[] partners;
    private final @Nullable GrammarToken[] grammarTokens;
    private final int depth;
    private int index;

    /** The tokens of a statement that stands in a file. */
    StatementTokens(List<Token> tokens) {
        this(tokens, 0);
    }

    /** The tokens of a statement that stands in code, so many levels deep. */
    StatementTokens(List<Token> tokens, int depth) {
        this.tokens = tokens;
        this.depth = depth;
        this.types = TokenTypes.of(tokens);
        this.partners = partners(types);
        this.grammarTokens = new GrammarToken[tokens.size() + 1];
    }

    private static int[] partners(int[] types) {
        int[] partners = new int[types.length];
        int[] open = new int[types.length];
        int depth = 0;
        for (int i = 0; i < types.length; i++) {
            partners[i] = -1;
            switch (types[i]) {
                case PostgresqlParser.LPAREN, PostgresqlParser.LBRACKET -> open[depth++] = i;
                case PostgresqlParser.RPAREN, PostgresqlParser.RBRACKET -> {
                    if (depth > 0 && isPair(types[open[depth - 1]], types[i])) {
                        partners[i] = open[--depth];
                        partners[partners[i]] = i;
                    }
                }
                default -> {}
            }
        }
        return partners;
    }

    private static boolean isPair(int open, int close) {
        return (open == PostgresqlParser.LPAREN) == (close == PostgresqlParser.RPAREN);
    }

    /** How many levels of code the statement stands in. */
    int depth() {
        return depth;
    }

    /** The number of tokens. */
    int count() {
        return types.length;
    }

    /** The type of a token; {@code EOF} beyond the last. */
    int type(int i) {
        return i >= 0 && i < types.length ? types[i] : EOF;
    }

    /** A token. */
    Token token(int i) {
        return tokens.get(i);
    }

    /** The folded text of a word; empty for anything else and beyond the end. */
    String word(int i) {
        return i >= 0 && i < types.length && tokens.get(i).kind() == TokenKind.WORD
                ? Names.fold(tokens.get(i).text())
                : "";
    }

    /** The index of a bracket's other half; below zero when it has none or is no bracket. */
    int partner(int i) {
        return partners[i];
    }

    /** The index of the bracket that closes the one at {@code i}. */
    int closing(int i) {
        int partner = partners[i];
        if (partner < i) {
            throw new SyntaxProblem(i, "\"" + tokens.get(i).text() + "\" is never closed");
        }
        return partner;
    }

    /** The tokens from one index to before another. */
    List<Token> run(int from, int to) {
        return tokens.subList(from, to);
    }

    /** Where the tokens from one index to before another stand; empty runs stand before the token they would begin at. */
    Span span(int from, int to) {
        if (to > from) {
            return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
        }
        int at = from < types.length
                ? tokens.get(from).start()
                : tokens.get(types.length - 1).end();
        return new Span(at, at);
    }

    private GrammarToken grammarToken(int i) {
        GrammarToken token = grammarTokens[i];
        if (token == null) {
            token = i < types.length
                    ? new GrammarToken(types[i], tokens.get(i).text(), i)
                    : new GrammarToken(EOF, "", types.length);
            grammarTokens[i] = token;
        }
        return token;
    }

    @Override
    public void consume() {
        index++;
    }

    @Override
    public int LA(int offset) {
        return type(offset > 0 ? index + offset - 1 : index + offset);
    }

    @Override
    public org.antlr.v4.runtime.@Nullable Token LT(int offset) {
        int i = offset > 0 ? index + offset - 1 : index + offset;
        return i < 0 ? null : grammarToken(Math.min(i, types.length));
    }

    @Override
    public org.antlr.v4.runtime.Token get(int i) {
        return grammarToken(i);
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int i) {
        index = i;
    }

    @Override
    public int size() {
        return types.length + 1;
    }

    @Override
    public String getSourceName() {
        return "statement";
    }

    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public String getText(Interval interval) {
        var text = new StringBuilder();
        for (int i = interval.a; i <= interval.b && i < types.length; i++) {
            text.append(tokens.get(i).text()).append(' ');
        }
        return text.toString().strip();
    }

    @Override
    public String getText() {
        return getText(Interval.of(0, types.length - 1));
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(org.antlr.v4.runtime.Token start, org.antlr.v4.runtime.Token stop) {
        return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
    }
}
