package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Event;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.rule.Risk;
import io.github.migralint.rules.facts.ExpandStep;
import io.github.migralint.rules.facts.ExpandSteps;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.rules.text.Staged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What keeps a rename from breaking running code, if anything does.
 *
 * @param risk what is left of the risk
 * @param what what was found, as a clause; empty when nothing was
 * @param prepared the steps of earlier releases among it
 */
record RenameBridge(Risk risk, String what, List<ExpandStep> prepared) {
    RenameBridge {
        prepared = List.copyOf(prepared);
    }

    private static final RenameBridge NONE = new RenameBridge(Risk.HIGH, "", List.of());

    static RenameBridge of(Step step, Renaming renaming) {
        List<ExpandStep> prepared = prepared(step, renaming);
        if (!prepared.isEmpty()) {
            return new RenameBridge(Risk.LOW, Staged.sentence(prepared), prepared);
        }
        Optional<String> alias = alias(step, renaming);
        if (alias.isPresent()) {
            return new RenameBridge(
                    Shipment.atomic(step) ? Risk.LOW : Risk.MEDIUM,
                    alias.get()
                            + (Shipment.atomic(step)
                                    ? ""
                                    : ", but not in one transaction: until then neither name works"),
                    List.of());
        }
        if (replaced(step, renaming)) {
            return byNewColumn(step, renaming)
                    ? NONE
                    : new RenameBridge(Risk.MEDIUM, "another takes the name at once", List.of());
        }
        if (!renaming.moved() && ExpandSteps.isTombstone(renaming.newName())) {
            return new RenameBridge(
                    Risk.LOW, "the name " + renaming.newName() + " makes it the first step of a drop", List.of());
        }
        return NONE;
    }

    /** Whether the new name was given up by another object in this migration: the second half of a swap. */
    static boolean takesFreedName(Step step, Renaming renaming) {
        return step.timeline().since(step.migration().ordinal()).stream()
                .anyMatch(
                        event -> event.kind() == Kind.RENAMED && event.detail().equals(renaming.newName()));
    }

    private static List<ExpandStep> prepared(Step step, Renaming renaming) {
        if (renaming.isColumn()) {
            return renaming.column(step)
                    .map(column ->
                            ExpandSteps.ofColumn(step, renaming.table(step).orElseThrow(), column))
                    .orElse(List.of());
        }
        return renaming.isRelation()
                ? renaming.table(step)
                        .map(table -> ExpandSteps.ofTable(step, table))
                        .orElse(List.of())
                : List.of();
    }

    /** Another object that answers to the old name from the end of the transaction on. */
    private static Optional<String> alias(Step step, Renaming renaming) {
        for (Statement next : rest(step)) {
            if (next instanceof CreateView view
                    && answersTo(step, renaming, view)
                    && ViewColumns.shows(view, renaming.table(step))) {
                return Optional.of("a view named " + view.name().name() + " answers to the old name");
            }
            if (renaming.isColumn() && next instanceof AlterTable alter && addsAlias(alter, renaming)) {
                return Optional.of("a generated column answers to the old name for readers");
            }
        }
        return Optional.empty();
    }

    private static boolean answersTo(Step step, Renaming renaming, CreateView view) {
        if (renaming.isRelation()) {
            return view.name().name().equals(renaming.oldName());
        }
        return renaming.isColumn()
                && renaming.table(step).stream()
                        .flatMap(table -> step.timeline().of(table.id()).stream())
                        .filter(event -> event.kind() == Kind.RENAMED)
                        .filter(event ->
                                event.origin().migration() == step.migration().ordinal())
                        .map(Event::detail)
                        .anyMatch(view.name().name()::equals);
    }

    private static boolean addsAlias(AlterTable alter, Renaming renaming) {
        return alter.name().toString().equals(renaming.owner().toString())
                && alter.actions().stream()
                        .filter(AlterAction.AddColumn.class::isInstance)
                        .map(action -> ((AlterAction.AddColumn) action).column())
                        .filter(column -> column.name().value().equals(renaming.oldName()))
                        .flatMap(column -> column.constraints().stream())
                        .anyMatch(constraint -> constraint.kind() == ColumnConstraint.Kind.GENERATED);
    }

    private static boolean replaced(Step step, Renaming renaming) {
        return rest(step).stream()
                .anyMatch(next -> (next instanceof Rename other
                                && other.kind() == renaming.kind()
                                && other.newName().value().equals(renaming.oldName()))
                        || (renaming.isRelation() && givesName(next, renaming.oldName()))
                        || (next instanceof CreateTable table
                                && renaming.isRelation()
                                && table.name().name().equals(renaming.oldName()))
                        || (next instanceof CreateEnum type
                                && renaming.isType()
                                && type.name().name().equals(renaming.oldName())));
    }

    private static boolean givesName(Statement statement, String table) {
        if (statement instanceof MysqlStatement.RenameTables rename) {
            return rename.renames().stream()
                    .anyMatch(pair -> pair.newName().name().equals(table));
        }
        return statement instanceof AlterTable alter
                && alter.actions().stream()
                        .anyMatch(action -> action instanceof MysqlAction.RenameTo rename
                                && rename.newName().name().equals(table));
    }

    /** Whether the column that takes the name was added by this very release: to running code it is empty. */
    private static boolean byNewColumn(Step step, Renaming renaming) {
        return renaming.isColumn()
                && rest(step).stream()
                        .filter(Rename.class::isInstance)
                        .map(Rename.class::cast)
                        .filter(other -> other.newName().value().equals(renaming.oldName()))
                        .flatMap(other -> other.member().stream())
                        .flatMap(member -> renaming.table(step).flatMap(table -> table.column(member.value())).stream())
                        .anyMatch(column -> !Serving.clients(step, column));
    }

    /** What follows in the same transaction, or in the file when there is none. */
    private static List<Statement> rest(Step step) {
        var rest = new ArrayList<Statement>();
        for (Statement next : step.following()) {
            if (next instanceof TransactionControl control && ends(control)) {
                break;
            }
            rest.add(next);
        }
        return rest;
    }

    private static boolean ends(TransactionControl control) {
        return control.action() == TransactionControl.Action.COMMIT
                || control.action() == TransactionControl.Action.ROLLBACK;
    }
}
