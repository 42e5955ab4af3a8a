package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.dialect.Version;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.OnlineWay.Algorithm;
import io.github.migralint.effect.OnlineWay.Lock;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The drop of a column of MySQL or MariaDB which writes the table anew only because an index holds the column: once the
 * index is gone the column goes in an instant.
 *
 * @param alter the statement
 * @param column the column
 * @param indexes the indexes that hold it, at least one
 */
record IndexedColumnDrop(AlterTable alter, Column column, List<Index> indexes) {
    private static final String PRIMARY = "PRIMARY";

    private static final Version INSTANT_DROP_ON_MYSQL = new Version(8, 0, 29);

    /** That of a change of a table. */
    static Optional<IndexedColumnDrop> of(Step step, Effect.ChangesTable change) {
        OnlineWay way = change.way();
        boolean dropsAtOnce = step.engine().dialect().equals(Engines.MARIADB)
                || step.engine().version().compareTo(INSTANT_DROP_ON_MYSQL) >= 0;
        if (!(step.statement() instanceof AlterTable alter)
                || !dropsAtOnce
                || !way.rebuilds()
                || way.algorithm() == Algorithm.COPY) {
            return Optional.empty();
        }
        Optional<Table> table = step.before().table(alter.name());
        return alter.actions().stream()
                .filter(action -> action.span().equals(change.place()))
                .filter(AlterAction.DropColumn.class::isInstance)
                .flatMap(action ->
                        table
                                .flatMap(found -> found.column(((AlterAction.DropColumn) action)
                                        .column()
                                        .value()))
                                .stream())
                .map(column -> new IndexedColumnDrop(alter, column, holding(step, table.orElseThrow(), column)))
                .filter(drop -> !drop.indexes().isEmpty()
                        && drop.indexes().stream()
                                .noneMatch(index -> index.name().name().equals(PRIMARY)))
                .findFirst();
    }

    private static List<Index> holding(Step step, Table table, Column column) {
        return step.before().indexesOf(table.id()).stream()
                .filter(index -> index.parts().stream()
                        .anyMatch(part ->
                                part.column().filter(column.id()::equals).isPresent()))
                .toList();
    }

    /** The two statements that write no row. */
    void advise(Step step, Finding.Builder finding) {
        String target = "ALTER TABLE " + Sql.name(step, alter.name());
        boolean mariadb = step.engine().dialect().equals(Engines.MARIADB);
        var beside = new OnlineWay(mariadb ? Algorithm.NOCOPY : Algorithm.INPLACE, Lock.NONE, false, true);
        var instant = new OnlineWay(Algorithm.INSTANT, Lock.NONE, false, true);
        finding.instead(
                        "first the index, in a statement of its own",
                        target + " "
                                + indexes.stream()
                                        .map(index -> "DROP INDEX "
                                                + step.quote(index.name().name()))
                                        .collect(Collectors.joining(", "))
                                + OnlineDdl.demands(beside) + ";")
                .instead(
                        "then the column, in an instant",
                        target + " DROP COLUMN " + step.quote(column.name()) + OnlineDdl.demands(instant) + ";")
                .note("The table is written anew only because an index holds the column.");
        if (indexes.stream().anyMatch(index -> index.parts().size() > 1)) {
            finding.note("Queries that use the other columns of the index want one without " + column.name()
                    + " before it goes.");
        }
    }
}
