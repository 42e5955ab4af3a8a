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
    private final Postponed postponed = new Postponed();
    private int @Nullable [] leads;
    private int index;
    /** Beyond this everything is the end: that of all tokens, or of the stretch that is being read. */
    private int limit;

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
        this.limit = tokens.size();
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
        return i >= 0 && i < limit ? types[i] : EOF;
    }

    /** A token. */
    Token token(int i) {
        return tokens.get(i);
    }

    /** The folded text of a word; empty for anything else and beyond the end. */
    String word(int i) {
        return i >= 0 && i < limit && tokens.get(i).kind() == TokenKind.WORD
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

    /** Whether the group that opens at {@code i} is a row: it has a comma of its own. */
    boolean isRow(int open) {
        int close = closing(open);
        for (int i = open + 1; i < close; i++) {
            switch (types[i]) {
                case PostgresqlParser.COMMA -> {
                    return true;
                }
                case PostgresqlParser.LPAREN, PostgresqlParser.LBRACKET -> i = closing(i);
                default -> {}
            }
        }
        return false;
    }

    /** Whether the word at {@code i} is a keyword that may name a column but no function. */
    boolean isColumnKeyword(int i) {
        return WordTypes.isColumn(type(i))
                && Keywords.category(word(i)).orElse(Keywords.Category.UNRESERVED) == Keywords.Category.COLUMN_NAME;
    }

    /** Whether a parenthesis holds a query, and not an expression or a join that begins with one. */
    boolean holdsQuery(int open) {
        int lead = lead(open);
        boolean query = switch (types(lead)) {
            case PostgresqlParser.SELECT, PostgresqlParser.WITH, PostgresqlParser.TABLE -> true;
            case PostgresqlParser.VALUES -> types(lead + 1) == PostgresqlParser.LPAREN;
            default -> false;
        };
        if (!query || lead == open + 1) {
            return query;
        }
        return switch (types(closing(open + 1) + 1)) {
            case PostgresqlParser.RPAREN,
                    PostgresqlParser.UNION,
                    PostgresqlParser.INTERSECT,
                    PostgresqlParser.EXCEPT,
                    PostgresqlParser.ORDER,
                    PostgresqlParser.LIMIT,
                    PostgresqlParser.OFFSET,
                    PostgresqlParser.FETCH,
                    PostgresqlParser.FOR -> true;
            default -> false;
        };
    }

    private int types(int i) {
        return i < types.length ? types[i] : EOF;
    }

    /** The first token after {@code open} that is no opening parenthesis. */
    private int lead(int open) {
        if (leads == null) {
            leads = new int[types.length];
            for (int i = types.length - 1; i >= 0; i--) {
                boolean deeper = i + 1 < types.length && types[i + 1] == PostgresqlParser.LPAREN;
                leads[i] = deeper ? leads[i + 1] : i + 1;
            }
        }
        return leads[open];
    }

    /** Notes that the inside of the bracket at {@code open} is to be read; the index after the group. */
    int readLater(int open, Inside inside) {
        int close = closing(open);
        postponed.add(open + 1, close, inside);
        return close + 1;
    }

    /** What is still to be read. */
    Postponed postponed() {
        return postponed;
    }

    /** In words, what must stand at an index where a stretch ends. */
    String end(int to) {
        return to < types.length ? "\"" + tokens.get(to).text() + "\"" : "the end";
    }

    /** Begins anew, with nothing read and nothing noted. */
    void reset() {
        postponed.clear();
        narrowTo(0, types.length);
    }

    /** Makes a stretch of the tokens all that there is; returns where the end was before. */
    int narrowTo(int from, int to) {
        int before = limit;
        limit = to;
        index = from;
        return before;
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
