package io.github.migralint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.Analyzer;
import io.github.migralint.Request;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.effect.Work;
import io.github.migralint.fixtures.Histories;
import io.github.migralint.history.Step;
import io.github.migralint.report.Report;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.trace.TracedTransaction.Beginning;
import io.github.migralint.trace.TracedTransaction.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is drawn of migrations: their transactions, locks and work, and what becomes of the schema. */
class TracerTest {
    private static final Dialect POSTGRESQL = Dialects.named("postgresql").orElseThrow();
    private static final Dialect MYSQL = Dialects.named("mysql").orElseThrow();

    /** Sees the same steps as the tracer. */
    private record Witness(List<Step> steps) implements Rule {
        @Override
        public RuleInfo info() {
            return new RuleInfo("witness", "A test.", Category.DATA, Risk.LOW, true, List.of("postgresql", "mysql"));
        }

        @Override
        public void check(Step step, Consumer<Finding> report) {
            steps.add(step);
        }
    }

    @TempDir
    Path folder;

    @Test
    void aLockIsHeldUntilTheTransactionOfTheScriptEnds() throws IOException {
        Trace trace = last(
                POSTGRESQL,
                "V1__a.sql",
                "CREATE TABLE orders (id int);",
                "V2__b.sql.conf",
                "executeInTransaction=false",
                "V2__b.sql",
                "SELECT 1;\nBEGIN;\nALTER TABLE orders ADD x int;\nSELECT 2;\nCOMMIT;\nSELECT 3;");
        assertThat(trace.transactions()).containsExactly(new TracedTransaction(Beginning.SCRIPT, Ending.COMMIT, 1, 4));
        TracedLock lock = onTable(trace, "orders").getFirst();
        assertThat(lock.mode().words()).isEqualTo("ACCESS EXCLUSIVE");
        assertThat(lock.from()).isEqualTo(2);
        assertThat(lock.to()).isEqualTo(4);
        assertThat(lock.stopsClients()).isTrue();
    }

    @Test
    void theTransactionOfAToolHoldsAllStatements() throws IOException {
        Trace trace = last(
                POSTGRESQL,
                "V1__a.sql",
                "CREATE TABLE orders (id int);",
                "V2__b.sql",
                "ALTER TABLE orders ADD x int;\nSELECT 1;\nSELECT 2;");
        assertThat(trace.transactions()).containsExactly(new TracedTransaction(Beginning.TOOL, Ending.AT_END, 0, 2));
        assertThat(onTable(trace, "orders").getFirst().to()).isEqualTo(2);
    }

    @Test
    void aReturnToASavepointLetsGoWhatWasTakenSince() throws IOException {
        Trace trace = last(
                POSTGRESQL,
                "V1__a.sql",
                "CREATE TABLE orders (id int); CREATE TABLE bills (id int);",
                "V2__b.sql",
                "ALTER TABLE bills ADD x int; SAVEPOINT s; ALTER TABLE orders ADD x int; SELECT 1;"
                        + " ROLLBACK TO s; SELECT 2;");
        assertThat(onTable(trace, "orders").getFirst().to()).isEqualTo(4);
        assertThat(onTable(trace, "bills").getFirst().to()).isEqualTo(5);
    }

    @Test
    void aStatementThatCommitsEndsTheTransactionBeforeIt() throws IOException {
        Trace trace = last(
                MYSQL,
                "V1__a.sql",
                "CREATE TABLE orders (id int) ENGINE=InnoDB;",
                "V2__b.sql",
                "SELECT 0;\nUPDATE orders SET id = 1;\nALTER TABLE orders ADD x int;\nSELECT 1;");
        assertThat(trace.transactions())
                .containsExactly(new TracedTransaction(Beginning.TOOL, Ending.IMPLICIT_COMMIT, 0, 1));
        assertThat(onTable(trace, "orders"))
                .filteredOn(lock -> lock.from() == 2)
                .isNotEmpty();
        assertThat(onTable(trace, "orders")).allMatch(lock -> lock.to() <= (lock.from() == 1 ? 1 : 2));
    }

    @Test
    void aBlockOnItsOwnIsATransaction() throws IOException {
        Trace trace = last(
                POSTGRESQL,
                "V1__a.sql",
                "CREATE TABLE orders (id int);",
                "V2__b.sql.conf",
                "executeInTransaction=false",
                "V2__b.sql",
                "SELECT 0;\nDO $$ BEGIN\nALTER TABLE orders ADD x int;\nALTER TABLE orders ADD y int;\nEND $$;\nSELECT 1;");
        assertThat(trace.transactions()).containsExactly(new TracedTransaction(Beginning.BLOCK, Ending.AT_END, 1, 2));
        assertThat(trace.statements()).hasSize(4);
        assertThat(trace.statements().get(1).inBlock()).isTrue();
        assertThat(trace.line(2)).isEqualTo(4);
        assertThat(onTable(trace, "orders").getFirst().to()).isEqualTo(2);
    }

    @Test
    void workGrowsOnTablesThatClientsFill() throws IOException {
        Trace trace = last(
                POSTGRESQL,
                "V1__a.sql",
                "CREATE TABLE orders (id int);",
                "V2__b.sql",
                "CREATE TABLE bills (id int);\nCREATE INDEX ON bills (id);\nCREATE INDEX orders_id ON orders (id);\n"
                        + "ALTER TABLE orders ALTER id TYPE bigint;");
        assertThat(trace.statements().get(1).work())
                .extracting(TracedWork::grows)
                .containsOnly(false);
        assertThat(trace.statements().get(2).work())
                .containsExactly(new TracedWork(Work.INDEX_BUILD, "orders", "orders_id", true));
        assertThat(trace.statements().get(3).work())
                .filteredOn(work -> work.kind() == Work.REWRITE)
                .extracting(TracedWork::relation)
                .contains("orders");
        assertThat(onTable(trace, "bills")).extracting(TracedLock::inUse).containsOnly(false);
        TracedLock share = onTable(trace, "orders").getFirst();
        assertThat(trace.growingUnder(share)).hasSizeGreaterThan(1);
    }

    @Test
    void theSchemaIsComparedPartByPart() throws IOException {
        Trace trace = last(
                POSTGRESQL,
                "V1__a.sql",
                "CREATE TABLE orders (id int PRIMARY KEY, total numeric(10,2), note text, kept text);\n"
                        + "CREATE INDEX orders_note ON orders (note);\nCREATE TABLE gone (id int);\n"
                        + "CREATE TABLE same (id int);",
                "V2__b.sql",
                "ALTER TABLE orders RENAME total TO amount;\nALTER TABLE orders DROP note;\n"
                        + "ALTER TABLE orders ADD placed date NOT NULL DEFAULT now();\nDROP TABLE gone;\n"
                        + "CREATE UNIQUE INDEX orders_placed ON orders (placed DESC) WHERE placed IS NOT NULL;\n"
                        + "ALTER TABLE orders RENAME TO sales;\nCREATE VIEW v AS SELECT 1;\nCREATE TYPE t AS ENUM ('a');");
        SchemaDifference schema = trace.schema();
        assertThat(schema.tables()).extracting(TableDifference::name).containsExactly("gone", "sales");
        assertThat(schema.tables().getFirst().change()).isEqualTo(Change.REMOVED);
        TableDifference sales = schema.tables().getLast();
        assertThat(sales.change()).isEqualTo(Change.CHANGED);
        assertThat(sales.nameBefore()).contains("orders");
        assertThat(sales.unchanged()).containsExactly("id", "kept");
        assertThat(sales.parts())
                .extracting(
                        part -> part.before().orElse("") + " -> " + part.after().orElse(""))
                .containsExactly(
                        "total numeric(10,2) -> amount numeric(10,2)",
                        "note text -> ",
                        " -> placed date NOT NULL DEFAULT now()",
                        "orders_note (note) -> ",
                        " -> orders_placed UNIQUE (placed DESC) WHERE placed IS NOT NULL");
        assertThat(schema.others())
                .containsExactly(
                        new ObjectDifference(Change.ADDED, "type", "t"),
                        new ObjectDifference(Change.ADDED, "view", "v"));
    }

    @Test
    void aLargeSchemaIsNotKeptWhole() throws IOException {
        var tables = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            tables.append("CREATE TABLE t").append(i).append(" (id int);\n");
        }
        SchemaDifference schema =
                last(POSTGRESQL, "V1__a.sql", tables.toString()).schema();
        assertThat(schema.tables()).hasSize(SchemaDifference.MOST_TABLES);
        assertThat(schema.moreTables()).isEqualTo(200 - SchemaDifference.MOST_TABLES);
    }

    @Test
    void nothingIsRecordedUnlessSomebodyAsks() throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), "CREATE TABLE orders (id int);");
        assertThat(report(POSTGRESQL, false, new ArrayList<>()).traces()).isEmpty();
        assertThat(report(POSTGRESQL, true, new ArrayList<>()).traces()).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("io.github.migralint.fixtures.Histories#POSTGRESQL")
    void theTracesAgreeWithTheEffects(String name) throws IOException {
        for (Map.Entry<String, String> file : Histories.postgresql(name).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        var steps = new ArrayList<Step>();
        Report report = report(POSTGRESQL, true, steps);
        assertThat(report.traces()).isNotEmpty();
        List<String> expected = steps.stream()
                .flatMap(step -> step.effects().of(Effect.TakesLock.class).stream())
                .map(lock -> lock.mode().name() + " " + lock.hold())
                .toList();
        List<String> traced = report.traces().stream()
                .flatMap(trace -> trace.locks().stream())
                .map(lock -> lock.mode().name() + " " + lock.hold())
                .toList();
        assertThat(traced).containsExactlyElementsOf(expected);
        report.traces().forEach(TracerTest::checkLocks);
    }

    /** A lock of a transaction is held to its end, unless a savepoint is returned to; any other one only by its statement. */
    private static void checkLocks(Trace trace) {
        for (TracedLock lock : trace.locks()) {
            int end = trace.transactions().stream()
                    .filter(transaction -> transaction.contains(lock.from()))
                    .mapToInt(TracedTransaction::to)
                    .findFirst()
                    .orElse(lock.from());
            TracedStatement last = trace.statements().get(lock.to());
            if (!last.source().slice(last.span()).startsWith("ROLLBACK TO")) {
                assertThat(lock.to()).isEqualTo(lock.hold() == Hold.TRANSACTION ? end : lock.from());
            }
        }
    }

    private static List<TracedLock> onTable(Trace trace, String table) {
        return trace.locks().stream()
                .filter(lock -> lock.relation().equals(table))
                .toList();
    }

    /** The trace of the last of some files, which are given by name and text in turn. */
    private Trace last(Dialect dialect, String... files) throws IOException {
        for (int i = 0; i < files.length; i += 2) {
            Files.writeString(folder.resolve(files[i]), files[i + 1]);
        }
        return report(dialect, true, new ArrayList<>()).traces().getLast();
    }

    private Report report(Dialect dialect, boolean traced, List<Step> steps) {
        List<Rule> rules = List.of(new Witness(steps));
        Request request = Request.of(List.of(folder), dialect).build();
        return new Analyzer(rules, rules.stream().map(Rule::info).toList())
                .tracing(traced)
                .check(request, Optional.empty());
    }
}
