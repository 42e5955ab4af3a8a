package io.github.migralint.dialect.postgresql;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.TokenStream;

/**
 * The part of the grammar that is read by hand: runs whose end is found in one pass without recursion, so that a deeply
 * nested or very long statement needs neither stack nor tree nodes.
 */
abstract class TokenRunParser extends Parser {
    TokenRunParser(TokenStream input) {
        super(input);
    }

    private StatementTokens tokens() {
        return (StatementTokens) getTokenStream();
    }

    private int here() {
        return getTokenStream().index();
    }

    private void moveTo(int index) {
        getTokenStream().seek(index);
    }

    private interface Reader {
        void read(Cursor cursor);
    }

    private void read(int from, Reader reader) {
        var cursor = new Cursor(tokens(), from);
        reader.read(cursor);
        moveTo(cursor.at());
    }

    void readExpression() {
        read(here(), ExpressionReader::read);
    }

    void readSimpleExpression() {
        read(here(), ExpressionReader::readSimple);
    }

    void readIndexKey() {
        read(here(), ExpressionReader::readIndexKey);
    }

    /** Goes to after the group whose opening bracket was just read. */
    void finishGroup() {
        moveTo(Groups.end(tokens(), here() - 1));
    }

    /** The same, for a group whose inside is read later. */
    void finishGroup(Inside inside) {
        moveTo(tokens().readLater(here() - 1, inside));
    }

    /** Goes to after the query whose first token was just read. */
    void readQuery() {
        read(here() - 1, QueryReader::read);
    }

    void readCommonTables() {
        read(here(), CommonTableReader::read);
    }

    void readInsertColumns() {
        if (tokens().type(here()) == PostgresqlParser.LPAREN && !tokens().holdsQuery(here())) {
            moveTo(tokens().readLater(here(), Inside.TARGETS));
        }
    }

    void readFromClause() {
        read(here(), FromReader::readList);
    }

    void readMergeSource() {
        read(here(), FromReader::readJoined);
    }

    void readOutputList() {
        read(here(), SelectReader::readOutputs);
    }

    void readStatisticsElements() {
        read(here(), SelectReader::readStatistics);
    }

    /** Goes to after the type whose first word was just read. */
    void finishTypeName() {
        moveTo(TypeNames.end(tokens(), here() - 1));
    }

    /** A column may lack its type: in a list of names before AS. */
    void readColumnType() {
        int from = here();
        int type = tokens().type(from);
        if (type != PostgresqlParser.COMMA && type != PostgresqlParser.RPAREN) {
            moveTo(TypeNames.end(tokens(), from));
        }
    }

    void readOptionValue() {
        int from = here();
        readOptionalValue();
        if (here() == from) {
            throw new SyntaxProblem(from, "expected a value");
        }
    }

    void readOptionalValue() {
        int i = here();
        int type = tokens().type(i);
        while (type != EOF && type != PostgresqlParser.COMMA && type != PostgresqlParser.RPAREN) {
            boolean opens = type == PostgresqlParser.LPAREN || type == PostgresqlParser.LBRACKET;
            i = opens ? Groups.end(tokens(), i) : i + 1;
            type = tokens().type(i);
        }
        moveTo(i);
    }

    void readIntervalFields() {
        int i = here();
        while (!tokens().word(i).isEmpty() && tokens().type(i) != EOF) {
            i++;
        }
        moveTo(i);
    }

    /** The statements of a rule: one, or several in parentheses. */
    void readRuleActions() {
        int from = here();
        if (from == tokens().count()) {
            throw new SyntaxProblem(from, "expected what the rule does");
        }
        int i = from;
        while (i < tokens().count()) {
            i = tokens().type(i) == PostgresqlParser.LPAREN ? tokens().closing(i) + 1 : i + 1;
        }
        moveTo(i);
    }

    /** Goes to the END that closes {@code BEGIN ATOMIC}. */
    void readAtomicBody() {
        int depth = 0;
        int i = here();
        while (i < tokens().count() && (depth > 0 || tokens().type(i) != PostgresqlParser.END)) {
            switch (tokens().type(i)) {
                case PostgresqlParser.CASE -> depth++;
                case PostgresqlParser.END -> depth--;
                case PostgresqlParser.LPAREN, PostgresqlParser.LBRACKET -> i = tokens().closing(i);
                default -> {}
            }
            i++;
        }
        moveTo(i);
    }

    /** Options of COPY, in parentheses or as bare words. */
    void readCopyOptions() {
        int i = here();
        while (i < tokens().count() && tokens().type(i) != PostgresqlParser.WHERE) {
            i = tokens().type(i) == PostgresqlParser.LPAREN ? Groups.end(tokens(), i) : i + 1;
        }
        moveTo(i);
    }

    void readFetchTarget() {
        int from = here();
        if (from == tokens().count()) {
            throw new SyntaxProblem(from, "expected a cursor");
        }
        int i = from;
        while (WordTypes.isWord(tokens().type(i))
                || tokens().type(i) == PostgresqlParser.NUMBER
                || tokens().type(i) == PostgresqlParser.SIGN) {
            i++;
        }
        moveTo(i);
    }
}
