package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.grammar.GrammarTokens;
import io.github.migralint.source.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of one statement, with what of their groups is still to be read. */
final class StatementTokens extends GrammarTokens {
    private final Postponed postponed = new Postponed();
    private int @Nullable [] leads;

    StatementTokens(List<Token> tokens) {
        super(tokens, TokenTypes.of(tokens), WordTypes.GRAMMAR.marks());
    }

    /** Whether a parenthesis holds a query, and not an expression or a join that begins with one. */
    boolean holdsQuery(int open) {
        int lead = lead(open);
        boolean query = switch (typeBeyond(lead)) {
            case MysqlParser.SELECT, MysqlParser.WITH, MysqlParser.TABLE -> true;
            case MysqlParser.VALUES -> isRowList(lead + 1);
            default -> false;
        };
        if (!query || lead == open + 1) {
            return query;
        }
        int after = closing(open + 1) + 1;
        return switch (typeBeyond(after)) {
            case MysqlParser.RPAREN, MysqlParser.UNION, MysqlParser.ORDER, MysqlParser.LIMIT, MysqlParser.FOR -> true;
            default -> after < count() && isSetOperator(token(after).text());
        };
    }

    private static boolean isSetOperator(String text) {
        return text.equalsIgnoreCase("except") || text.equalsIgnoreCase("intersect");
    }

    /** {@code VALUES ROW(1)}, {@code VALUES (1), (2)}; {@code VALUES(c)} is the value that a column would have got. */
    private boolean isRowList(int i) {
        if (typeBeyond(i) != MysqlParser.LPAREN) {
            return i < count() && token(i).isWord("row");
        }
        int after = typeBeyond(closing(i) + 1);
        return after == MysqlParser.COMMA || after == MysqlParser.RPAREN;
    }

    /** The first token after {@code open} that is no opening parenthesis. */
    private int lead(int open) {
        if (leads == null) {
            leads = new int[count()];
            for (int i = count() - 1; i >= 0; i--) {
                leads[i] = typeBeyond(i + 1) == MysqlParser.LPAREN ? leads[i + 1] : i + 1;
            }
        }
        return leads[open];
    }

    /** Notes that the inside of the parenthesis at {@code open} is to be read; the index after the group. */
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
