package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.text.ConstraintSql;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.stream.Collectors;

/** What is different about constraints of a partitioned table. */
final class PartitionedTables {
    private static final int NOT_VALID_KEYS_SINCE = 18;
    private static final int SHOWN = 3;

    private PartitionedTables() {}

    /** Whether the server refuses a foreign key of this table that is NOT VALID. */
    static boolean refusesNotValidKeys(Step step, QualifiedName table) {
        return step.engine().version().major() < NOT_VALID_KEYS_SINCE
                && step.before()
                        .table(table)
                        .filter(t -> t.kind() == Table.Kind.PARTITIONED)
                        .isPresent();
    }

    /** First the key of each partition, then that of the parent, which finds them and reads nothing. */
    static void foreignKeyRecipe(Step step, AlterTable alter, AddedConstraint key, Finding.Builder finding) {
        List<Table> partitions = step.before()
                .table(alter.name())
                .map(table -> step.before().childrenOf(table.id()))
                .orElse(List.of());
        String constraint = step.quote(ConstraintSql.name(step, alter.name(), key));
        String definition = ConstraintSql.definition(step, key);
        finding.instead(
                "for each partition",
                each(step, alter, partitions, " ADD CONSTRAINT " + constraint + " " + definition + " NOT VALID;"));
        finding.instead(
                "next migration: reads and writes go on",
                each(step, alter, partitions, " VALIDATE CONSTRAINT " + constraint + ";"));
        finding.instead(
                "last: finds the keys of the partitions and reads nothing",
                "ALTER TABLE " + Sql.name(step, alter.name()) + " ADD CONSTRAINT " + constraint + " " + definition
                        + ";");
        finding.note("Before version " + NOT_VALID_KEYS_SINCE
                + " a foreign key of a partitioned table cannot be NOT VALID (42809).");
    }

    private static String each(Step step, AlterTable alter, List<Table> partitions, String action) {
        String shown = partitions.stream()
                .limit(SHOWN)
                .map(partition -> "ALTER TABLE "
                        + Sql.beside(step, alter.name(), partition.name().name()) + action)
                .collect(Collectors.joining("\n"));
        int left = partitions.size() - SHOWN;
        return left <= 0 ? shown : shown + "\n-- and likewise for " + left + " more";
    }
}
