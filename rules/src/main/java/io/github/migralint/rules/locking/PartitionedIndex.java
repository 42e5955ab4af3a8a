package io.github.migralint.rules.locking;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** The way to an index on a partitioned table that stops nobody for long. */
final class PartitionedIndex {
    private static final int SHOWN = 3;

    private PartitionedIndex() {}

    static void recipe(Step step, CreateIndex index, List<Table> partitions, Finding.Builder finding) {
        String name = index.name()
                .map(n -> n.value())
                .orElseGet(() -> defaultName(index.table().name(), index));
        String create = index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
        String rest =
                Sql.text(step, new Span(index.table().span().end(), index.span().end()));
        finding.instead(
                "now: the index of the parent alone, still invalid",
                create + step.quote(name) + " ON ONLY " + Sql.name(step, index.table()) + " " + rest + ";");
        finding.instead(
                "for each partition, " + Runner.alone(step),
                each(
                        partitions,
                        partition -> create + "CONCURRENTLY " + step.quote(partIndex(partition, index)) + " ON "
                                + partitionName(step, index, partition) + " " + rest + ";"));
        finding.instead(
                "last: the parent's index becomes valid with the last partition",
                each(
                        partitions,
                        partition -> "ALTER INDEX " + Sql.beside(step, index.table(), name) + " ATTACH PARTITION "
                                + Sql.beside(step, index.table(), partIndex(partition, index)) + ";"));
    }

    private static String each(List<Table> partitions, java.util.function.Function<Table, String> statement) {
        String shown = partitions.stream().limit(SHOWN).map(statement).collect(Collectors.joining("\n"));
        int left = partitions.size() - SHOWN;
        return left <= 0 ? shown : shown + "\n-- and likewise for " + left + " more";
    }

    private static String partitionName(Step step, CreateIndex index, Table partition) {
        return Sql.beside(step, index.table(), partition.name().name());
    }

    private static String partIndex(Table partition, CreateIndex index) {
        return defaultName(partition.name().name(), index);
    }

    private static String defaultName(String table, CreateIndex index) {
        return table + "_"
                + index.elements().stream().map(PartitionedIndex::part).collect(Collectors.joining("_")) + "_idx";
    }

    private static String part(IndexElement element) {
        return element.column().map(column -> column.value()).orElse("expr");
    }
}
