package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.AddColumn;
import io.github.migralint.ast.AlterAction.DropColumn;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Copies;
import io.github.migralint.rules.facts.Dropped;
import io.github.migralint.rules.facts.Recreation;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.rules.text.ColumnSql;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A table or column goes and comes back empty under the same name. */
public final class DropAndRecreate implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "drop-and-recreate",
                    "A table or column is dropped and made again, and its data are gone.",
                    Category.DATA,
                    Risk.CRITICAL,
                    true,
                    Engines.ALL)
            .replacing("immediate-table-drop", "immediate-column-drop", "cascading-drop");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof DropObject drop && drop.kind() == ObjectKind.TABLE) {
            for (Dropped table : Dropped.of(step, drop)) {
                if (Serving.clients(step, table.name()) && emptyAgain(step, table)) {
                    report.accept(table(step, table));
                }
            }
        } else if (step.statement() instanceof AlterTable alter && Serving.clients(step, alter.name())) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof DropColumn drop && emptyAgain(step, alter, drop)) {
                    report.accept(column(step, alter, drop));
                }
            }
        }
    }

    private static boolean emptyAgain(Step step, Dropped table) {
        return Recreation.of(step, ObjectKind.TABLE, table.reference())
                        .filter(again -> !bringsRows(step, again))
                        .isPresent()
                && !Copies.whole(step, table.name());
    }

    /** A table that is filled from others holds what can be computed again; one that was there before has rows of its own. */
    private static boolean bringsRows(Step step, Statement again) {
        if (again instanceof Rename rename) {
            return hadRows(step, rename.object().name());
        }
        if (again instanceof MysqlStatement.RenameTables renames) {
            return renames.renames().stream().anyMatch(pair -> hadRows(step, pair.table()));
        }
        if (again instanceof AlterTable alter) {
            return hadRows(step, alter.name());
        }
        return again instanceof CreateTableAs filled
                && filled.withData()
                && !filled.query().relations().isEmpty();
    }

    private static boolean hadRows(Step step, QualifiedName table) {
        return step.before()
                .relation(table)
                .found()
                .filter(found -> Serving.clients(step, found.id()))
                .isPresent();
    }

    private static boolean emptyAgain(Step step, AlterTable alter, DropColumn drop) {
        String name = drop.column().value();
        boolean again = Stream.concat(alter.actions().stream(), Shipment.after(step, alter, drop))
                .filter(AddColumn.class::isInstance)
                .map(action -> ((AddColumn) action).column())
                .anyMatch(column -> column.name().value().equals(name)
                        && column.constraints().stream().noneMatch(c -> c.kind() == ColumnConstraint.Kind.GENERATED));
        if (!again) {
            return false;
        }
        Optional<Table> table = step.before().table(alter.name());
        Optional<Column> column = table.flatMap(t -> t.column(name));
        return column.isEmpty()
                || (Serving.clients(step, column.get())
                        && column.get().generated().isEmpty()
                        && Copies.ofColumn(step, table.get(), column.get()).isEmpty());
    }

    private static Finding table(Step step, Dropped table) {
        String name = table.name().toString();
        String sql = Sql.name(step, table.name());
        String fresh = Sql.beside(step, table.name(), table.name().name() + "_new");
        return Finding.at(step, INFO, table.reference().span())
                .object(name)
                .label("every row of " + name + " is gone; the table that is made again is empty")
                .message(
                        "The release drops " + name + " and makes a table of that name again: its rows are gone, and so"
                                + " are grants, and whatever else was made for it.")
                .because(Known.relation(step, table.name()))
                .instead("change what differs", "ALTER TABLE " + sql + " /* what differs */;")
                .instead(
                        "or copy before anything is dropped",
                        "CREATE TABLE " + fresh + " (/* columns */);\nINSERT INTO " + fresh
                                + " SELECT /* columns */ FROM " + sql + ";\n-- change places in a later release")
                .build();
    }

    private static Finding column(Step step, AlterTable alter, DropColumn drop) {
        String name = drop.column().value();
        String target = "ALTER TABLE " + Sql.name(step, alter.name());
        String fresh = step.quote(name + "_new");
        return Finding.at(step, INFO, drop.span())
                .object(alter.name() + "." + name)
                .label("every value of " + name + " is gone; the column that is added again is empty")
                .message("The release drops " + alter.name() + "." + name
                        + " and adds a column of that name again: no row keeps its value.")
                .because(Known.type(step, alter.name(), name))
                .instead(
                        "where the old values can become new ones",
                        ColumnSql.of(step).retyped(step, alter.name(), name, "/* type */"))
                .instead(
                        "on a big table: a new column, kept equal and filled in batches, which takes over a release later",
                        target + " ADD COLUMN " + fresh + " /* type */;")
                .build();
    }
}
