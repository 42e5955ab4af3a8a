package io.github.migralint.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.MysqlAction.AddIndex;
import io.github.migralint.ast.MysqlAction.ChangePartitions;
import io.github.migralint.ast.MysqlAction.ConvertCharset;
import io.github.migralint.ast.MysqlAction.ModifyColumn;
import io.github.migralint.ast.MysqlAction.OrderRows;
import io.github.migralint.ast.MysqlAction.RenameTo;
import io.github.migralint.ast.MysqlAction.SetColumnVisibility;
import io.github.migralint.ast.MysqlAction.SetIndexVisibility;
import io.github.migralint.ast.MysqlStatement.RenameTables;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables and what ALTER TABLE does to them. */
final class TableParsingTest {
    private static TableElement element(String definition) {
        return Sql.statement(CreateTable.class, "CREATE TABLE t (" + definition + ")")
                .elements()
                .getFirst();
    }

    private static ColumnDefinition column(String definition) {
        return (ColumnDefinition) element(definition);
    }

    private static TableConstraint constraint(String definition) {
        return (TableConstraint) element(definition);
    }

    private static String options(List<Option> options) {
        return options.stream()
                .map(option ->
                        option.name() + option.value().map(value -> "=" + value).orElse(""))
                .collect(Collectors.joining(", "));
    }

    private static List<ColumnConstraint.Kind> kinds(ColumnDefinition column) {
        return column.constraints().stream().map(ColumnConstraint::kind).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGER | int",
                "int4 | int",
                "INT(11) UNSIGNED ZEROFILL | int unsigned zerofill(11)",
                "int8 unsigned | bigint unsigned",
                "MIDDLEINT | mediumint",
                "BOOL | tinyint(1)",
                "boolean | tinyint(1)",
                "DEC(10, 2) | decimal(10,2)",
                "NUMERIC | decimal",
                "fixed(5) zerofill | decimal unsigned zerofill(5)",
                "double precision | double",
                "REAL | double",
                "float(24) | float",
                "float(25) | double",
                "float(7,4) | float(7,4)",
                "character varying(20) | varchar(20)",
                "national varchar(20) | varchar national(20)",
                "NCHAR(3) | char national(3)",
                "LONG VARBINARY | mediumblob",
                "long | mediumtext",
                "serial | bigint unsigned",
                "geomcollection | geometrycollection",
                "inet6 | inet6",
                "vector(3) | vector(3)",
            })
    void callsTypesAsTheServerDoes(String written, String stored) {
        assertThat(column("c " + written).type().orElseThrow()).hasToString(stored);
    }

    @Test
    void keepsMembersAsTheyAreWritten() {
        assertThat(column("c ENUM('a', 'it''s', \"b\") NOT NULL")
                        .type()
                        .orElseThrow()
                        .modifiers())
                .containsExactly("'a'", "'it''s'", "\"b\"");
    }

    @Test
    void readsAttributesOfColumnsInAnyOrder() {
        ColumnDefinition column = column("`Id` BIGINT UNSIGNED COMMENT 'the ''id''' AUTO_INCREMENT NOT NULL"
                + " PRIMARY KEY COLLATE utf8mb4_bin INVISIBLE");
        assertThat(column.name().value()).isEqualTo("Id");
        assertThat(column.name().quoted()).isTrue();
        assertThat(kinds(column)).containsExactly(ColumnConstraint.Kind.NOT_NULL, ColumnConstraint.Kind.PRIMARY_KEY);
        assertThat(options(column.options())).isEqualTo("comment=the 'id', auto_increment, invisible");
        assertThat(column.collation().orElseThrow()).hasToString("utf8mb4_bin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ts TIMESTAMP(3) NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3) | on update=CURRENT_TIMESTAMP(3)",
                "c VARCHAR(9) CHARACTER SET latin1 | character set=latin1",
                "c VARCHAR(9) CHARSET utf8mb4 | character set=utf8mb4",
                "c CHAR(9) ASCII | character set=latin1",
                "c CHAR(9) BINARY | binary",
                "p POINT NOT NULL SRID 4326 | srid=4326",
                "c INT COLUMN_FORMAT FIXED STORAGE DISK | column_format=FIXED, storage=DISK",
                "c TEXT COMPRESSED=zlib | compressed=zlib",
                "c INT WITHOUT SYSTEM VERSIONING | without system versioning",
                "s TIMESTAMP(6) GENERATED ALWAYS AS ROW START | row start",
                "s BIGINT UNSIGNED NOT NULL UNIQUE AUTO_INCREMENT | auto_increment",
            })
    void readsPropertiesOfColumns(String definition, String expected) {
        assertThat(options(column(definition).options())).isEqualTo(expected);
    }

    @Test
    void readsGeneratedColumns() {
        ColumnConstraint generated = column("c INT GENERATED ALWAYS AS (a + 1) STORED NOT NULL")
                .constraints()
                .getFirst();
        assertThat(generated.kind()).isEqualTo(ColumnConstraint.Kind.GENERATED);
        assertThat(generated.stored()).isTrue();
        assertThat(generated.expression().orElseThrow().normalized()).isEqualTo("a + 1");
        assertThat(column("c INT AS (a) PERSISTENT").constraints().getFirst().stored())
                .isTrue();
        assertThat(column("c INT AS (a)").constraints().getFirst().stored()).isFalse();
    }

    @Test
    void spellsOutSerial() {
        ColumnDefinition serial = column("id SERIAL");
        assertThat(kinds(serial)).containsExactly(ColumnConstraint.Kind.NOT_NULL, ColumnConstraint.Kind.UNIQUE);
        assertThat(serial.option("auto_increment")).isPresent();
        assertThat(kinds(column("id INT SERIAL DEFAULT VALUE")))
                .containsExactly(ColumnConstraint.Kind.NOT_NULL, ColumnConstraint.Kind.UNIQUE);
    }

    @Test
    void readsChecksOfColumns() {
        ColumnConstraint check = column("c INT CONSTRAINT pos CHECK (c > 0) NOT ENFORCED")
                .constraints()
                .getFirst();
        assertThat(check.name().orElseThrow()).hasToString("pos");
        assertThat(check.attributes().notEnforced()).isTrue();
        assertThat(kinds(column("c INT CHECK (c > 0) NOT NULL")))
                .containsExactly(ColumnConstraint.Kind.CHECK, ColumnConstraint.Kind.NOT_NULL);
    }

    @Test
    void readsKeys() {
        TableConstraint unique =
                constraint("CONSTRAINT c UNIQUE KEY k USING BTREE (a(10), b DESC) COMMENT 'x' INVISIBLE");
        assertThat(unique.name().orElseThrow()).hasToString("k");
        assertThat(unique.columns()).hasToString("[a, b]");
        assertThat(unique.method()).isEqualTo("btree");
        assertThat(unique.elements().getFirst().prefixLength()).contains(10);
        assertThat(unique.elements().getLast().descending()).isTrue();
        assertThat(options(unique.options())).isEqualTo("comment=x, invisible");
        assertThat(constraint("PRIMARY KEY (a, b)").elements()).isEmpty();
        assertThat(constraint("CONSTRAINT c UNIQUE (a)").name().orElseThrow()).hasToString("c");
        assertThat(constraint("PRIMARY KEY (a, p WITHOUT OVERLAPS)").period()).isTrue();
    }

    @Test
    void readsIndexes() {
        IndexDefinition index = (IndexDefinition) element("KEY k (a, (lower(b)) DESC) KEY_BLOCK_SIZE=8 USING HASH");
        assertThat(index.method()).isEqualTo("hash");
        assertThat(index.elements().getLast().expression().orElseThrow().normalized())
                .isEqualTo("lower ( b )");
        assertThat(options(index.options())).isEqualTo("key_block_size=8");
        IndexDefinition text = (IndexDefinition) element("FULLTEXT INDEX (a) WITH PARSER ngram");
        assertThat(text.method()).isEqualTo("fulltext");
        assertThat(text.name()).isEmpty();
        assertThat(options(text.options())).isEqualTo("parser=ngram");
        assertThat(((IndexDefinition) element("SPATIAL KEY s (p)")).method()).isEqualTo("spatial");
        assertThat(options(((IndexDefinition) element("INDEX i (a) NOT IGNORED")).options()))
                .isEqualTo("not ignored");
    }

    @Test
    void readsForeignKeys() {
        TableConstraint key = constraint("CONSTRAINT fk FOREIGN KEY ix (a) REFERENCES s.u (id) MATCH FULL"
                + " ON UPDATE NO ACTION ON DELETE SET NULL");
        assertThat(key.name().orElseThrow()).hasToString("fk");
        assertThat(key.usingIndex().orElseThrow()).hasToString("ix");
        var target = key.references().orElseThrow();
        assertThat(target.table()).hasToString("s.u");
        assertThat(target.onDelete()).isEqualTo("SET NULL");
        assertThat(target.onUpdate()).isEqualTo("NO ACTION");
        assertThat(target.match()).isEqualTo("FULL");
    }

    @Test
    void readsOptionsOfTables() {
        CreateTable table = Sql.statement(
                CreateTable.class,
                "CREATE OR REPLACE TEMPORARY TABLE IF NOT EXISTS s.t (a INT) ENGINE=InnoDB, DEFAULT CHARACTER SET = utf8mb4"
                        + " COLLATE utf8mb4_bin AUTO_INCREMENT 7 COMMENT='a' ROW_FORMAT=DYNAMIC PAGE_COMPRESSED=1"
                        + " WITH SYSTEM VERSIONING");
        assertThat(table.replace()).isTrue();
        assertThat(table.ifNotExists()).isTrue();
        assertThat(table.name()).hasToString("s.t");
        assertThat(options(table.options()))
                .isEqualTo("engine=InnoDB, character set=utf8mb4, collate=utf8mb4_bin, auto_increment=7, comment=a,"
                        + " row_format=DYNAMIC, page_compressed=1, system versioning");
    }

    @Test
    void readsPartitions() {
        CreateTable table = Sql.statement(
                CreateTable.class,
                "CREATE TABLE t (a INT) PARTITION BY RANGE COLUMNS (a) SUBPARTITION BY HASH (a) SUBPARTITIONS 2"
                        + " (PARTITION p0 VALUES LESS THAN (5) ENGINE = InnoDB (SUBPARTITION s0, SUBPARTITION s1),"
                        + " PARTITION p1 VALUES LESS THAN MAXVALUE)");
        assertThat(table.partitionKey().orElseThrow().strategy()).isEqualTo("range");
        assertThat(table.partitionKey()
                        .orElseThrow()
                        .elements()
                        .getFirst()
                        .column()
                        .orElseThrow())
                .hasToString("a");
        assertThat(table.partitions()).hasSize(2);
        assertThat(table.partitions().getFirst().bound().values().orElseThrow().normalized())
                .isEqualTo("LESS THAN ( 5 )");
        assertThat(table.partitions().getLast().bound().isDefault()).isTrue();
    }

    @Test
    void readsCopiesOfTables() {
        CreateTable like = Sql.statement(CreateTable.class, "CREATE TABLE t LIKE s.u");
        assertThat(((LikeClause) like.elements().getFirst()).table()).hasToString("s.u");
        CreateTableAs filled = Sql.statement(CreateTableAs.class, "CREATE TABLE t ENGINE=MEMORY AS SELECT * FROM u, v");
        assertThat(filled.query().relations()).hasToString("[u, v]");
        assertThat(options(filled.options())).isEqualTo("engine=MEMORY");
        CreateTable both = Sql.statement(CreateTable.class, "CREATE TABLE t (a INT, KEY (a)) IGNORE SELECT a FROM u");
        assertThat(both.query().orElseThrow().relations()).hasToString("[u]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADD c INT | ADD COLUMN",
                "ADD COLUMN IF NOT EXISTS c INT FIRST | ADD COLUMN",
                "ADD UNIQUE INDEX u (a) | ADD UNIQUE",
                "ADD PRIMARY KEY (a) | ADD PRIMARY KEY",
                "ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES u (b) | ADD FOREIGN KEY",
                "ADD FULLTEXT f (a) | ADD INDEX",
                "DROP c | DROP COLUMN",
                "DROP PRIMARY KEY | DROP PRIMARY KEY",
                "DROP KEY k | DROP INDEX",
                "DROP FOREIGN KEY f | DROP FOREIGN KEY",
                "DROP CHECK c | DROP CHECK",
                "DROP CONSTRAINT IF EXISTS c | DROP CONSTRAINT",
                "MODIFY c BIGINT NOT NULL | MODIFY COLUMN",
                "CHANGE c c BIGINT | MODIFY COLUMN",
                "CHANGE COLUMN c d BIGINT | CHANGE COLUMN",
                "RENAME COLUMN a TO b | RENAME COLUMN",
                "RENAME KEY a TO b | RENAME INDEX",
                "RENAME AS u | RENAME TO",
                "RENAME u | RENAME TO",
                "ALTER c SET DEFAULT (uuid()) | ALTER COLUMN SET DEFAULT",
                "ALTER COLUMN c DROP DEFAULT | ALTER COLUMN DROP DEFAULT",
                "ALTER CHECK c NOT ENFORCED | ALTER CHECK",
                "CONVERT TO CHARSET utf8mb4 | CONVERT TO CHARACTER SET",
                "ENGINE = InnoDB | TABLE OPTIONS",
                "FORCE | FORCE",
                "ORDER BY a, b DESC | ORDER BY",
                "DISABLE KEYS | DISABLE KEYS",
                "DISCARD TABLESPACE | DISCARD TABLESPACE",
                "PARTITION BY HASH (a) PARTITIONS 4 | PARTITION BY",
                "REMOVE PARTITIONING | REMOVE PARTITIONING",
                "COALESCE PARTITION 2 | COALESCE PARTITION",
                "TRUNCATE PARTITION ALL | TRUNCATE PARTITION",
                "IMPORT PARTITION p TABLESPACE | IMPORT PARTITION TABLESPACE",
                "CONVERT PARTITION p TO TABLE u | CONVERT PARTITION",
                "ADD SYSTEM VERSIONING | TABLE OPTIONS",
                "SECONDARY_LOAD | SECONDARY_LOAD",
            })
    void callsClausesAsTheManualDoes(String clause, String kind) {
        assertThat(Sql.kind(Sql.action(AlterAction.class, clause))).isEqualTo(kind);
    }

    @Test
    void addsWhatStandsInParenthesesOneByOne() {
        assertThat(Sql.actions("ADD COLUMN (a INT, b INT, KEY k (a), UNIQUE (b)), DROP c"))
                .extracting(Sql::kind)
                .containsExactly("ADD COLUMN", "ADD COLUMN", "ADD INDEX", "ADD UNIQUE", "DROP COLUMN");
    }

    @Test
    void knowsWhereColumnsGo() {
        assertThat(Sql.action(AlterAction.AddColumn.class, "ADD c INT AFTER b")
                        .position()
                        .orElseThrow()
                        .after())
                .map(Object::toString)
                .contains("b");
        ModifyColumn moved = Sql.action(ModifyColumn.class, "CHANGE IF EXISTS `A` a INT UNSIGNED FIRST");
        assertThat(moved.renames()).isFalse();
        assertThat(moved.ifExists()).isTrue();
        assertThat(moved.position().orElseThrow().after()).isEmpty();
        assertThat(moved.definition().type().orElseThrow()).hasToString("int unsigned");
    }

    @Test
    void readsHowAChangeMustBeDone() {
        AlterTable alter = Sql.statement(
                AlterTable.class, "ALTER ONLINE IGNORE TABLE t WAIT 5 ADD a INT, ALGORITHM=INSTANT, LOCK=NONE");
        assertThat(alter.ignore()).isTrue();
        assertThat(alter.actions()).hasSize(1);
        assertThat(alter.online().algorithmNamed()).contains("instant");
        assertThat(alter.online().lockNamed()).contains("none");
        assertThat(alter.online().waiting().flatMap(Option::value)).contains("5");
        assertThat(Sql.statement(AlterTable.class, "ALTER TABLE t ALGORITHM DEFAULT, ADD a INT")
                        .online()
                        .algorithmNamed())
                .isEmpty();
    }

    @Test
    void readsWhatIsSeen() {
        assertThat(Sql.action(SetIndexVisibility.class, "ALTER INDEX i INVISIBLE")
                        .visible())
                .isFalse();
        assertThat(Sql.action(SetIndexVisibility.class, "ALTER INDEX i IGNORED").visible())
                .isFalse();
        assertThat(Sql.action(SetIndexVisibility.class, "ALTER KEY i NOT IGNORED")
                        .visible())
                .isTrue();
        assertThat(Sql.action(SetColumnVisibility.class, "ALTER c SET INVISIBLE")
                        .visible())
                .isFalse();
    }

    @Test
    void readsConversions() {
        ConvertCharset convert = Sql.action(ConvertCharset.class, "CONVERT TO CHARACTER SET latin1 COLLATE latin1_bin");
        assertThat(convert.charset()).contains("latin1");
        assertThat(convert.collation()).contains("latin1_bin");
        assertThat(Sql.action(ConvertCharset.class, "CONVERT TO CHARACTER SET DEFAULT")
                        .charset())
                .isEmpty();
        assertThat(Sql.action(OrderRows.class, "ORDER BY a, b DESC").columns()).hasToString("[a, b]");
        assertThat(Sql.action(RenameTo.class, "RENAME = s.u").newName()).hasToString("s.u");
    }

    @Test
    void readsChangesOfPartitions() {
        ChangePartitions reorganized = Sql.action(
                ChangePartitions.class,
                "REORGANIZE PARTITION p0, p1 INTO (PARTITION p2 VALUES IN (1, NULL), PARTITION p3 VALUES IN (2))");
        assertThat(reorganized.partitions()).hasToString("[p0, p1]");
        assertThat(reorganized.definitions()).hasSize(2);
        ChangePartitions exchanged =
                Sql.action(ChangePartitions.class, "EXCHANGE PARTITION p WITH TABLE s.u WITHOUT VALIDATION");
        assertThat(exchanged.operation()).isEqualTo(ChangePartitions.Operation.EXCHANGE);
        assertThat(exchanged.table().orElseThrow()).hasToString("s.u");
        assertThat(Sql.actions("ADD c INT PARTITION BY KEY () PARTITIONS 2"))
                .extracting(Sql::kind)
                .containsExactly("ADD COLUMN", "PARTITION BY");
    }

    @Test
    void readsIndexStatements() {
        CreateIndex index = Sql.statement(
                CreateIndex.class,
                "CREATE OR REPLACE UNIQUE INDEX IF NOT EXISTS i USING BTREE ON s.t (a(5), b) COMMENT 'x' ALGORITHM=INPLACE LOCK=SHARED");
        assertThat(index.unique()).isTrue();
        assertThat(index.table()).hasToString("s.t");
        assertThat(index.elements()).map(IndexElement::prefixLength).containsExactly(Optional.of(5), Optional.empty());
        assertThat(index.online().lockNamed()).contains("shared");
        assertThat(Sql.statement(CreateIndex.class, "CREATE FULLTEXT INDEX f ON t (a)")
                        .method())
                .isEqualTo("fulltext");
        DropObject drop = Sql.statement(DropObject.class, "DROP INDEX `PRIMARY` ON t LOCK=NONE");
        assertThat(drop.kind()).isEqualTo(ObjectKind.INDEX);
        assertThat(drop.objects().getFirst().on().orElseThrow()).hasToString("t");
        assertThat(drop.online().lockNamed()).contains("none");
        assertThat(Sql.action(AddIndex.class, "ADD INDEX IF NOT EXISTS i (a)").ifNotExists())
                .isTrue();
        assertThat(Sql.action(AlterAction.AddConstraint.class, "ADD UNIQUE KEY IF NOT EXISTS i (a)")
                        .ifNotExists())
                .isTrue();
    }

    @Test
    void readsRenames() {
        RenameTables renames = Sql.statement(RenameTables.class, "RENAME TABLE IF EXISTS a TO b, s.c NOWAIT TO d");
        assertThat(renames.ifExists()).isTrue();
        assertThat(renames.renames().getLast().table()).hasToString("s.c");
        assertThat(renames.renames().getLast().newName()).hasToString("d");
    }

    @Test
    void keepsTheCaseOfNames() {
        assertThat(Sql.statement(CreateTable.class, "CREATE TABLE Orders (Id INT)")
                        .name())
                .hasToString("Orders");
        assertThat(column("comment TEXT COMMENT 'c'").name()).hasToString("comment");
        assertThat(column("`a``b` INT").name()).hasToString("a`b");
        assertThat(column("period INT").name()).hasToString("period");
        assertThat(column("system INT").name()).hasToString("system");
    }
}
