package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Cluster;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import java.util.Optional;

/** What to do instead of copying a table under lock. */
final class RewriteAdvice {
    private static final int REINDEX_MOVES_SINCE = 14;

    private RewriteAdvice() {}

    /** Adds it to a finding. */
    static void add(Step step, Rewriting rewriting, Finding.Builder finding) {
        switch (rewriting.cause()) {
            case VACUUM_FULL -> vacuum(step, rewriting, finding);
            case CLUSTER -> cluster(step, rewriting, finding);
            case SET_LOGGED -> exchange(step, rewriting, "CREATE TABLE ", "", finding);
            case SET_UNLOGGED -> {
                exchange(step, rewriting, "CREATE UNLOGGED TABLE ", "", finding);
                finding.note("An unlogged table is empty after a crash, and always on a replica.");
            }
            case SET_ACCESS_METHOD, SET_TABLESPACE ->
                exchange(step, rewriting, "CREATE TABLE ", destination(step, rewriting), finding);
            case MOVE_INDEX -> moveIndex(step, rewriting, finding);
            case MOVE_ALL ->
                finding.note("Move one table at a time, in a window of its own; the other tables stay free.");
        }
    }

    private static void vacuum(Step step, Rewriting rewriting, Finding.Builder finding) {
        String name =
                rewriting.named().map(table -> " " + Sql.name(step, table)).orElse("");
        finding.instead("makes the space usable again; reads and writes go on", "VACUUM" + name + ";")
                .instead("gives it back to the disk, outside of migrations", "-- " + repack(rewriting, ""));
    }

    private static void cluster(Step step, Rewriting rewriting, Finding.Builder finding) {
        String order = step.statement() instanceof Cluster cluster
                ? cluster.index()
                        .flatMap(index -> orderOf(step, cluster, index))
                        .map(columns -> " --order-by=" + columns)
                        .orElse("")
                : "";
        finding.instead("the same order without the lock, outside of migrations", "-- " + repack(rewriting, order))
                .note("CLUSTER orders the rows once; what is written later is not kept in order.");
    }

    private static Optional<String> orderOf(Step step, Cluster cluster, Identifier index) {
        return cluster.table()
                .flatMap(step.before()::table)
                .flatMap(table -> step.before().indexesOf(table.id()).stream()
                        .filter(found -> found.name().name().equals(index.value()))
                        .findFirst()
                        .map(found -> String.join(
                                ",",
                                found.parts().stream()
                                        .flatMap(part -> part.column().stream())
                                        .flatMap(id -> table.column(id).stream())
                                        .map(column -> column.name())
                                        .toList())))
                .filter(columns -> !columns.isEmpty());
    }

    private static String repack(Rewriting rewriting, String order) {
        return "pg_repack "
                + rewriting.named().map(table -> "--table=" + table + order).orElse("--all");
    }

    /** A new table that is as the old one shall be, filled in batches, and the two change names. */
    private static void exchange(
            Step step, Rewriting rewriting, String create, String destination, Finding.Builder finding) {
        QualifiedName table = rewriting.named().orElseThrow();
        String old = Sql.name(step, table);
        String replacement = Sql.beside(step, table, table.name() + "_new");
        finding.instead(
                        "now: an empty table that is as it shall be",
                        create + replacement + " (LIKE " + old + " INCLUDING ALL)" + destination + ";")
                .instead(
                        "next: a trigger that writes to both, and the old rows in batches",
                        "INSERT INTO " + replacement + " SELECT * FROM " + old + " WHERE " + Batches.range(step, table)
                                + " ON CONFLICT DO NOTHING;")
                .instead(
                        "last, in one short transaction: they change names",
                        "ALTER TABLE " + old + " RENAME TO " + step.quote(table.name() + "_old") + ";\nALTER TABLE "
                                + replacement + " RENAME TO " + step.quote(table.name()) + ";");
    }

    private static String destination(Step step, Rewriting rewriting) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return "";
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.SetTablespace move && move.span().equals(rewriting.clause())) {
                return " TABLESPACE " + step.quote(move.tablespace().value());
            }
            if (action instanceof AlterAction.SetAccessMethod set && set.span().equals(rewriting.clause())) {
                return set.method()
                        .map(method -> " USING " + step.quote(method.value()))
                        .orElse("");
            }
        }
        return "";
    }

    private static void moveIndex(Step step, Rewriting rewriting, Finding.Builder finding) {
        QualifiedName index = rewriting.named().orElseThrow();
        String tablespace = destination(step, rewriting).replace(" TABLESPACE ", "");
        if (step.engine().version().major() >= REINDEX_MOVES_SINCE) {
            finding.instead(
                    Runner.alone(step),
                    "REINDEX (TABLESPACE " + tablespace + ") INDEX CONCURRENTLY " + Sql.name(step, index) + ";");
            Runner.whyAlone(step, "REINDEX CONCURRENTLY").ifPresent(finding::note);
            return;
        }
        finding.instead(
                Runner.alone(step),
                "-- CREATE INDEX CONCURRENTLY with another name and TABLESPACE " + tablespace
                        + ", then DROP INDEX CONCURRENTLY " + Sql.name(step, index));
    }
}
