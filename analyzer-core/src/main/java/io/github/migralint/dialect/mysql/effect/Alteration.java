package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table while one statement alters it: all clauses speak of the table before the statement, apart from the columns that
 * other clauses add.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 * @param table the table, or a stand-in of which nothing is known
 * @param statement the statement
 * @param clauses what its clauses ask for so far
 */
record Alteration(Scene scene, Acts acts, Table table, AlterTable statement, List<Clause> clauses) {
    static Alteration of(Scene scene, Acts acts, Table table, AlterTable statement) {
        return new Alteration(scene, acts, table, statement, new ArrayList<>());
    }

    void ask(Clause clause) {
        if (!acts.failed()) {
            clauses.add(clause);
        }
    }

    RelationKey key() {
        return scene.key(table);
    }

    String name() {
        return table.name().name();
    }

    boolean certain() {
        return scene.certain(table);
    }

    /** The column of the table before; an error with this number where there is none. */
    Optional<Column> column(Identifier name, String number) {
        Optional<Column> column = table.column(name.value());
        if (column.isEmpty() && added(name.value()).isEmpty()) {
            acts.missing(number, scene, table, ObjectKind.COLUMN, name);
        }
        return column;
    }

    /** A column that another clause adds, or gives that name. */
    Optional<Definition> added(String name) {
        return statement.actions().stream()
                .flatMap(Alteration::defined)
                .filter(definition -> definition.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether another clause adds a column of that name which is NULL in every row. */
    boolean addsEmpty(String name) {
        return statement.actions().stream()
                .filter(AlterAction.AddColumn.class::isInstance)
                .map(action -> ((AlterAction.AddColumn) action).column())
                .filter(column -> column.name().value().equalsIgnoreCase(name))
                .anyMatch(column -> column.option("auto_increment").isEmpty()
                        && column.constraints().stream().allMatch(constraint -> isHarmless(constraint.kind())));
    }

    private static boolean isHarmless(ColumnConstraint.Kind kind) {
        return kind == ColumnConstraint.Kind.NULL || kind == ColumnConstraint.Kind.UNIQUE;
    }

    private static Stream<Definition> defined(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn add -> Stream.of(new Definition(add.column()));
            case MysqlAction.ModifyColumn modify
            when modify.renames() -> Stream.of(new Definition(modify.definition()));
            default -> Stream.empty();
        };
    }

    /** Whether another clause drops the index, or the constraint that stands on it. */
    boolean drops(Index index) {
        String name = index.name().name();
        return statement.actions().stream().anyMatch(action -> switch (action) {
            case MysqlAction.DropIndex drop -> drop.index().value().equalsIgnoreCase(name);
            case AlterAction.DropConstraint drop -> drop.name().value().equalsIgnoreCase(name);
            default -> false;
        });
    }

    /** Whether another clause drops the column. */
    boolean drops(Column column) {
        return statement.actions().stream()
                .anyMatch(action -> action instanceof AlterAction.DropColumn drop
                        && drop.column().value().equalsIgnoreCase(column.name()));
    }

    /** The indexes of the column that no clause drops. */
    List<Index> indexesOn(Column column) {
        return scene.indexesOn(table, column).stream()
                .filter(index -> !drops(index))
                .toList();
    }

    /** Whether a column that is computed when it is read stands behind a place. */
    boolean virtualBehind(int position) {
        List<Column> columns = table.columns();
        return columns.subList(Math.min(position, columns.size()), columns.size()).stream()
                .filter(column -> !drops(column))
                .anyMatch(column -> column.generated().filter(g -> !g.stored()).isPresent());
    }

    /** Whether the statement takes the name from the column. */
    boolean frees(Column column) {
        return drops(column)
                || statement.actions().stream().anyMatch(action -> switch (action) {
                    case MysqlAction.RenameColumn rename ->
                        rename.column().value().equalsIgnoreCase(column.name());
                    case MysqlAction.ModifyColumn modify ->
                        modify.renames() && modify.column().value().equalsIgnoreCase(column.name());
                    default -> false;
                });
    }

    /** The index of that name, unless a clause drops it. */
    Optional<Index> indexNamed(String name) {
        return scene.index(table, name).filter(index -> !drops(index));
    }

    boolean dropsPrimaryKey() {
        return statement.actions().stream()
                .anyMatch(action -> action instanceof AlterAction.DropConstraint drop && isPrimary(drop));
    }

    static boolean isPrimary(AlterAction.DropConstraint drop) {
        return drop.kind()
                        .filter(kind -> kind == TableConstraint.Kind.PRIMARY_KEY)
                        .isPresent()
                || drop.name().value().equalsIgnoreCase("PRIMARY");
    }

    /** Whether another clause drops the constraint. */
    boolean drops(Constraint constraint) {
        return statement.actions().stream()
                .anyMatch(action -> action instanceof AlterAction.DropConstraint drop
                        && drop.name().value().equalsIgnoreCase(constraint.name()));
    }

    int position(Column column) {
        return table.columns().indexOf(column);
    }

    /** A form that the server does not know ends the statement. */
    boolean lacks(Form form) {
        if (Facts.knows(scene.server(), form)) {
            return false;
        }
        acts.unknownForm(scene, form);
        return true;
    }
}
