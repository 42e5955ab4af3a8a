package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction.ChangePartitions;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Truncate;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Prose;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A table is emptied. */
public final class TruncatedTable implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "truncated-table",
            "TRUNCATE removes every row of a table, and with CASCADE those of every table that references it.",
            Category.DATA,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof AlterTable alter && Serving.clients(step, alter.name())) {
            alter.actions().stream()
                    .filter(ChangePartitions.class::isInstance)
                    .map(ChangePartitions.class::cast)
                    .filter(change -> change.operation() == ChangePartitions.Operation.TRUNCATE)
                    .forEach(change -> report.accept(partitions(step, alter, change)));
        }
        if (!(step.statement() instanceof Truncate truncate)) {
            return;
        }
        for (QualifiedName table : truncate.tables()) {
            if (Serving.clients(step, table)) {
                report.accept(finding(step, truncate, table));
            }
        }
    }

    private static Finding finding(Step step, Truncate truncate, QualifiedName table) {
        var finding = Finding.at(step, INFO, table.span())
                .object(table.toString())
                .label("every row of " + table + " is gone")
                .message("TRUNCATE removes every row of " + table + "; no statement brings them back.")
                .blocks("all reads and writes of " + table
                        + (EngineWords.of(step).takesBackSchemaChanges()
                                ? ", until the transaction ends"
                                : ", while it waits for whoever uses it, and for an instant more"))
                .because(Known.relation(step, table))
                .instead(
                        "say which rows; in batches, each committed",
                        "DELETE FROM " + Sql.name(step, table) + " WHERE " + Batches.range(step, table)
                                + " AND /* which rows */;");
        if (truncate.cascade()) {
            finding.note(cascade(step, table));
        }
        return finding.build();
    }

    private static Finding partitions(Step step, AlterTable alter, ChangePartitions change) {
        String which = change.partitions().isEmpty()
                ? "all partitions"
                : (change.partitions().size() == 1 ? "partition " : "partitions ")
                        + Prose.list(change.partitions().stream()
                                .map(Identifier::value)
                                .toList());
        return Finding.at(step, INFO, change.span())
                .object(alter.name().toString())
                .label("every row of " + which + " is gone")
                .message("TRUNCATE PARTITION removes every row of " + which + " of " + alter.name()
                        + "; it commits at once, and no statement brings them back.")
                .because(Known.relation(step, alter.name()))
                .instead(
                        "first: which rows those are",
                        "SELECT COUNT(*) FROM " + Sql.name(step, alter.name()) + " PARTITION ("
                                + (change.partitions().isEmpty()
                                        ? "/* partition */"
                                        : Sql.columns(step, change.partitions()))
                                + ");")
                .build();
    }

    private static String cascade(Step step, QualifiedName table) {
        var names = new TreeSet<String>();
        step.before().table(table).ifPresent(t -> referencing(step, t.id(), names));
        names.remove(table.name());
        return names.isEmpty()
                ? "CASCADE empties every table that references it as well."
                : "CASCADE empties as well: " + String.join(", ", names) + ".";
    }

    private static void referencing(Step step, ObjectId table, Set<String> names) {
        for (Table other : step.before().referencing(table)) {
            if (names.add(other.name().name())) {
                referencing(step, other.id(), names);
            }
        }
    }
}
