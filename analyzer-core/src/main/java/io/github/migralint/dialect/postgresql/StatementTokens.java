package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.GrammarTokens;
import io.github.migralint.source.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of one statement, with what is known of their groups and what of them is still to be read. */
final class StatementTokens extends GrammarTokens {
    private final int depth;
    private final Postponed postponed = new Postponed();
    private int @Nullable [] leads;

    /** The tokens of a statement that stands in a file. */
    StatementTokens(List<Token> tokens) {
        this(tokens, 0);
    }

    /** The tokens of a statement that stands in code, so many levels deep. */
    StatementTokens(List<Token> tokens, int depth) {
        super(tokens, TokenTypes.of(tokens), WordTypes.GRAMMAR.marks());
        this.depth = depth;
    }

    /** How many levels of code the statement stands in. */
    int depth() {
        return depth;
    }

    /** Whether the group that opens at {@code i} is a row: it has a comma of its own. */
    boolean isRow(int open) {
        int close = closing(open);
        for (int i = open + 1; i < close; i++) {
            switch (typeBeyond(i)) {
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
        boolean query = switch (typeBeyond(lead)) {
            case PostgresqlParser.SELECT, PostgresqlParser.WITH, PostgresqlParser.TABLE -> true;
            case PostgresqlParser.VALUES -> typeBeyond(lead + 1) == PostgresqlParser.LPAREN;
            default -> false;
        };
        if (!query || lead == open + 1) {
            return query;
        }
        return switch (typeBeyond(closing(open + 1) + 1)) {
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

    /** The first token after {@code open} that is no opening parenthesis. */
    private int lead(int open) {
        if (leads == null) {
            leads = new int[count()];
            for (int i = count() - 1; i >= 0; i--) {
                boolean deeper = i + 1 < count() && typeBeyond(i + 1) == PostgresqlParser.LPAREN;
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

    @Override
    public void reset() {
        postponed.clear();
        super.reset();
    }
}
