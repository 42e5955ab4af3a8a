package io.github.migralint.dialect.postgresql;

import io.github.migralint.dialect.grammar.SyntaxProblem;
import java.util.Set;
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

    /** A value of an option: a word, a type, an operator, a number or a string. */
    void readOptionValue() {
        read(here(), OptionReader::readValue);
    }

    void readIntervalFields() {
        read(here(), OptionReader::readIntervalFields);
    }

    /** Options of roles that are no keywords, such as {@code NOLOGIN}. */
    void checkRoleSwitch() {
        if (!OptionReader.isRoleSwitch(tokens().word(here()))) {
            throw new SyntaxProblem(here(), "expected an option of roles");
        }
    }

    /** {@code none} is no role, and {@code public} none that anybody may create. */
    void checkRole() {
        if (roleName().equals("none")) {
            throw new SyntaxProblem(here(), "expected the name of a role");
        }
    }

    void checkNewRole() {
        if (roleName().equals("none") || roleName().equals("public")) {
            throw new SyntaxProblem(here(), "expected a name that no role has by itself");
        }
    }

    void checkPartitionStrategy() {
        checkWord(Set.of("list", "range", "hash"), "LIST, RANGE or HASH");
    }

    void checkPolicyMode() {
        checkWord(Set.of("permissive", "restrictive"), "PERMISSIVE or RESTRICTIVE");
    }

    private void checkWord(Set<String> words, String expectation) {
        if (!words.contains(tokens().word(here()))) {
            throw new SyntaxProblem(here(), "expected " + expectation);
        }
    }

    private String roleName() {
        return WordTypes.isName(tokens().type(here())) ? Names.value(tokens().token(here())) : "";
    }

    /** The arguments of CREATE AGGREGATE, or its definition in the style of old. */
    void finishAggregate() {
        int type = tokens().type(here() + 1);
        boolean old = type == PostgresqlParser.EQUALS && WordTypes.isWord(tokens().type(here()));
        finishGroup(old ? Inside.OPTIONS : Inside.ARGUMENT_TYPES);
    }

    /** The statements of a rule: one, or several in parentheses. */
    void readRuleActions() {
        int from = here();
        int to = tokens().count();
        if (from == to) {
            throw new SyntaxProblem(from, "expected what the rule does");
        }
        boolean list = tokens().type(from) == PostgresqlParser.LPAREN && tokens().closing(from) == to - 1;
        if (list) {
            readStatements(from + 1, to - 1);
        } else if (!tokens().word(from).equals("nothing")) {
            readStatements(from, to);
        } else if (from + 1 < to) {
            throw new SyntaxProblem(from + 1, "expected the end");
        }
        moveTo(to);
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
        readStatements(here(), i);
        moveTo(i);
    }

    private void readStatements(int from, int to) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || tokens().type(i) == PostgresqlParser.SEMICOLON) {
                if (i > start) {
                    tokens().postponed().add(start, i, Inside.BODY_STATEMENT);
                }
                start = i + 1;
            }
        }
    }

    void readCopyOptions() {
        read(here(), CopyOptionReader::read);
    }

    void readFetchTarget() {
        read(here(), OptionReader::readFetchTarget);
    }
}
