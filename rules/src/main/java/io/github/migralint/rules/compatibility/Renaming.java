package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.MysqlStatement.RenameTables;
import io.github.migralint.ast.MysqlStatement.TableRename;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.effect.Effect.BreaksClients;
import io.github.migralint.effect.Effect.BreaksClients.Breakage;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A name that changes under running code.
 *
 * @param kind what kind of object has it; ATTRIBUTE for the label of an enum
 * @param owner the object itself, or the one that owns the column or label
 * @param oldName the name that clients use
 * @param newName the name that they will have to use; a schema for a move
 * @param moved whether the object only goes to another schema
 * @param place the old name in the statement
 */
record Renaming(ObjectKind kind, QualifiedName owner, String oldName, String newName, boolean moved, Span place) {

    /** The names that a step changes. */
    static List<Renaming> of(Step step) {
        if (step.statement() instanceof RenameTables rename) {
            return rename.renames().stream()
                    .filter(pair -> unswapped(rename, pair))
                    .map(pair -> table(pair.table(), pair.newName()))
                    .toList();
        }
        if (step.statement() instanceof AlterTable alter) {
            return alter.actions().stream()
                    .flatMap(action -> of(step, alter, action).stream())
                    .toList();
        }
        return step.effects().of(BreaksClients.class).stream()
                .filter(broken -> broken.how() == Breakage.RENAMED || broken.how() == Breakage.MOVED)
                .flatMap(broken -> of(step, broken).stream())
                .toList();
    }

    /** Whether it is no part of a swap: there another table takes the name at once, and everybody finds one by it. */
    private static boolean unswapped(RenameTables rename, TableRename pair) {
        return rename.renames().stream()
                .noneMatch(other ->
                        Names.same(other.newName(), pair.table()) || Names.same(other.table(), pair.newName()));
    }

    private static Optional<Renaming> of(Step step, AlterTable alter, AlterAction action) {
        return switch (action) {
            case MysqlAction.RenameTo rename -> Optional.of(table(alter.name(), rename.newName()));
            case MysqlAction.RenameColumn rename -> column(step, alter, rename.column(), rename.newName());
            case MysqlAction.ModifyColumn modify
            when modify.renames() ->
                column(step, alter, modify.column(), modify.definition().name());
            default -> Optional.empty();
        };
    }

    private static Renaming table(QualifiedName table, QualifiedName newName) {
        boolean moved = table.name().equals(newName.name());
        return new Renaming(
                ObjectKind.TABLE,
                table,
                table.name(),
                moved ? newName.schema().orElse(newName.name()) : newName.name(),
                moved,
                table.span());
    }

    /** Another case is no other name of a column. */
    private static Optional<Renaming> column(Step step, AlterTable alter, Identifier old, Identifier newName) {
        boolean absent = step.before()
                .table(alter.name())
                .filter(table -> table.complete() && table.column(old.value()).isEmpty())
                .isPresent();
        return absent || old.value().equalsIgnoreCase(newName.value())
                ? Optional.empty()
                : Optional.of(
                        new Renaming(ObjectKind.COLUMN, alter.name(), old.value(), newName.value(), false, old.span()));
    }

    private static Optional<Renaming> of(Step step, BreaksClients broken) {
        if (step.statement() instanceof Rename rename) {
            Span place = rename.member()
                    .map(member -> member.span())
                    .orElse(rename.object().span());
            String old = rename.member()
                    .map(member -> member.value())
                    .orElse(rename.object().name().name());
            return Optional.of(new Renaming(
                    rename.kind(), rename.object().name(), old, rename.newName().value(), false, place));
        }
        if (step.statement() instanceof SetSchema move) {
            return Optional.of(new Renaming(
                    move.kind(),
                    move.object().name(),
                    move.object().name().name(),
                    move.newSchema().value(),
                    true,
                    broken.place()));
        }
        if (step.statement() instanceof AlterEnum change) {
            return change.oldLabel()
                    .map(old -> new Renaming(
                            ObjectKind.ATTRIBUTE, change.name(), old, change.label(), false, broken.place()));
        }
        return Optional.empty();
    }

    /** {@code orders.total} for a column, {@code orders} for a table. */
    String object() {
        return isMember() ? owner + "." + oldName : owner.toString();
    }

    boolean isMember() {
        return kind == ObjectKind.COLUMN || kind == ObjectKind.ATTRIBUTE;
    }

    boolean isColumn() {
        return kind == ObjectKind.COLUMN;
    }

    boolean isType() {
        return kind == ObjectKind.TYPE || kind == ObjectKind.DOMAIN;
    }

    boolean isRelation() {
        return kind == ObjectKind.TABLE
                || kind == ObjectKind.VIEW
                || kind == ObjectKind.MATERIALIZED_VIEW
                || kind == ObjectKind.FOREIGN_TABLE;
    }

    /** Whether running code works with the old name. */
    boolean serving(Step step) {
        if (kind == ObjectKind.ATTRIBUTE || isType()) {
            return step.before()
                    .type(owner)
                    .found()
                    .map(type -> Serving.clients(step, type.id()))
                    .orElse(true);
        }
        if (kind == ObjectKind.SCHEMA) {
            return Serving.schema(step, oldName);
        }
        if (isRoutine()) {
            List<Routine> routines = step.before().routines(owner);
            return routines.isEmpty() || routines.stream().anyMatch(routine -> Serving.clients(step, routine.id()));
        }
        return Serving.clients(step, owner)
                && column(step).map(c -> Serving.clients(step, c)).orElse(true);
    }

    private boolean isRoutine() {
        return kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE || kind == ObjectKind.ROUTINE;
    }

    Optional<Table> table(Step step) {
        return step.before().table(owner);
    }

    Optional<Column> column(Step step) {
        return isColumn() ? table(step).flatMap(table -> table.column(oldName)) : Optional.empty();
    }
}
