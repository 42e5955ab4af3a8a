package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.grammar.SyntaxProblem;
import java.util.Set;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.TokenStream;

/**
 * The part of the grammar that is read by hand: runs whose end is found in one pass without recursion, so that a deeply
 * nested or very long statement needs neither stack nor tree nodes.
 */
abstract class TokenRunParser extends Parser {
    /** Options of tables that need no equals sign; with one, engines may have others of their own. */
    private static final Set<String> TABLE_OPTIONS = Set.of(
            "auto_increment",
            "autoextend_size",
            "avg_row_length",
            "checksum",
            "comment",
            "compression",
            "connection",
            "delay_key_write",
            "encrypted",
            "encryption",
            "encryption_key_id",
            "engine",
            "engine_attribute",
            "ietf_quotes",
            "insert_method",
            "key_block_size",
            "max_rows",
            "min_rows",
            "pack_keys",
            "page_checksum",
            "page_compressed",
            "page_compression_level",
            "password",
            "row_format",
            "secondary_engine",
            "secondary_engine_attribute",
            "sequence",
            "stats_auto_recalc",
            "stats_persistent",
            "stats_sample_pages",
            "storage",
            "table_checksum",
            "tablespace",
            "transactional",
            "type");

    TokenRunParser(TokenStream input) {
        super(input);
    }

    private StatementTokens tokens() {
        return (StatementTokens) getTokenStream();
    }

    private int here() {
        return getTokenStream().index();
    }

    private void read(int from, Consumer<Cursor> reader) {
        var cursor = new Cursor(tokens(), from);
        reader.accept(cursor);
        getTokenStream().seek(cursor.at());
    }

    void readExpression() {
        read(here(), ExpressionReader::read);
    }

    void readExpressionList() {
        read(here(), ExpressionReader::readList);
    }

    /** A value that no operator goes on. */
    void readOperand() {
        read(here(), TokenRunParser::operand);
    }

    private static void operand(Cursor cursor) {
        cursor.take(MysqlParser.SIGN);
        OperandReader.read(cursor);
    }

    /** Goes to after the query whose first token was just read. */
    void finishQuery() {
        read(here() - 1, QueryReader::read);
    }

    /** Goes to after the type whose first word was just read. */
    void finishTypeName() {
        read(here() - 1, Cursor::typeName);
    }

    void checkTableOption() {
        if (tokens().type(here() + 1) != MysqlParser.EQUALS && !TABLE_OPTIONS.contains(tokens().word(here()))) {
            throw new SyntaxProblem(here(), "expected an option of tables");
        }
    }

    void finishCommonTables() {
        read(here() - 1, QueryReader::readCommonTables);
    }

    /** Goes to after the group whose opening parenthesis was just read. */
    void finishGroup() {
        read(here() - 1, cursor -> cursor.group(Inside.ANYTHING));
    }

    void finishArguments() {
        read(here() - 1, cursor -> cursor.group(Inside.ARGUMENTS));
    }

    void finishParameters() {
        read(here() - 1, cursor -> cursor.group(Inside.ANYTHING));
    }

    void readInsertColumns() {
        if (tokens().type(here()) == MysqlParser.LPAREN && !tokens().holdsQuery(here())) {
            read(here(), cursor -> cursor.group(Inside.NAMES));
        }
    }

    /** The rows of an INSERT: groups with commas between them. */
    void readRows() {
        read(here(), QueryReader::readRows);
    }

    void readAssignments() {
        read(here(), RowReader::readAssignments);
    }

    void readOutputs() {
        read(here(), QueryReader::readOutputs);
    }

    void readTables() {
        read(here(), FromReader::read);
    }

    void readBounds() {
        read(here(), RowReader::readBounds);
    }

    void readFileFormat() {
        read(here(), RowReader::readFile);
    }

    void readSettings() {
        read(here(), SettingReader::read);
    }

    /** Everything up to the end, whose brackets must be closed. */
    void readRest() {
        read(here(), InsideReader::readToEnd);
    }

    /** The statements of a program; whatever they are, brackets included, the readers of programs tell. */
    void readBody() {
        int from = here();
        int to = tokens().count();
        if (from >= to) {
            throw new SyntaxProblem(from, "expected a statement");
        }
        getTokenStream().seek(to);
    }
}
