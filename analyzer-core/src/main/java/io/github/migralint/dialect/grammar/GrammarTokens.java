package io.github.migralint.dialect.grammar;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one statement as a grammar reads them, with each bracket's partner found beforehand, so that a balanced
 * run is one step whatever its size and depth.
 */
public class GrammarTokens implements TokenStream {
    private final List<Token> tokens;
    private final int[] types;
    private final int[] partners;
    private final @Nullable GrammarToken[] grammarTokens;
    private int index;
    /** Beyond this everything is the end: that of all tokens, or of the stretch that is being read. */
    private int limit;

    /** Tokens with their types in the grammar. */
    protected GrammarTokens(List<Token> tokens, int[] types, Grammar.Marks marks) {
        this.tokens = tokens;
        this.types = types;
        this.partners = partners(types, marks);
        this.grammarTokens = new GrammarToken[tokens.size() + 1];
        this.limit = tokens.size();
    }

    private static int[] partners(int[] types, Grammar.Marks marks) {
        int[] partners = new int[types.length];
        Arrays.fill(partners, -1);
        int[] open = new int[types.length];
        int depth = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i] == marks.openParen() || types[i] == marks.openBracket()) {
                open[depth++] = i;
            } else if (depth > 0 && isPair(types[open[depth - 1]], types[i], marks)) {
                partners[i] = open[--depth];
                partners[partners[i]] = i;
            }
        }
        return partners;
    }

    private static boolean isPair(int open, int close, Grammar.Marks marks) {
        return close == (open == marks.openParen() ? marks.closeParen() : marks.closeBracket());
    }

    /** The number of tokens. */
    public final int count() {
        return types.length;
    }

    /** The type of a token; {@code EOF} beyond the last. */
    public final int type(int i) {
        return i >= 0 && i < limit ? types[i] : EOF;
    }

    /** The type of a token of the statement, also beyond the stretch that is being read. */
    protected final int typeBeyond(int i) {
        return i < types.length ? types[i] : EOF;
    }

    /** A token. */
    public final Token token(int i) {
        return tokens.get(i);
    }

    /** The folded text of a word; empty for anything else and beyond the end. */
    public final String word(int i) {
        return i >= 0 && i < limit && tokens.get(i).kind() == TokenKind.WORD
                ? Folding.fold(tokens.get(i).text())
                : "";
    }

    /** The index of a bracket's other half; below zero when it has none or is no bracket. */
    public final int partner(int i) {
        return partners[i];
    }

    /** The index of the bracket that closes the one at {@code i}. */
    public final int closing(int i) {
        int partner = partners[i];
        if (partner < i) {
            throw new SyntaxProblem(i, "\"" + tokens.get(i).text() + "\" is never closed");
        }
        return partner;
    }

    /** In words, what must stand at an index where a stretch ends. */
    public final String end(int to) {
        return to < types.length ? "\"" + tokens.get(to).text() + "\"" : "the end";
    }

    /** Begins anew, with nothing read and nothing noted. */
    public void reset() {
        narrowTo(0, types.length);
    }

    /** Makes a stretch of the tokens all that there is; returns where the end was before. */
    public final int narrowTo(int from, int to) {
        int before = limit;
        limit = to;
        index = from;
        return before;
    }

    /** The tokens from one index to before another. */
    public final List<Token> run(int from, int to) {
        return tokens.subList(from, to);
    }

    /** Where the tokens from one index to before another stand; empty runs stand before the token they would begin at. */
    public final Span span(int from, int to) {
        if (to > from) {
            return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
        }
        int at = from < types.length
                ? tokens.get(from).start()
                : tokens.get(types.length - 1).end();
        return new Span(at, at);
    }

    private GrammarToken grammarToken(int i) {
        if (i >= limit && i < types.length) {
            return new GrammarToken(EOF, "", i);
        }
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
        return i < 0 ? null : grammarToken(Math.min(i, limit));
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
