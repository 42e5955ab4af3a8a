package io.github.migralint.rules.transaction;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Comment;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.OnlineChange;
import java.util.Optional;

/**
 * An ALTER TABLE that goes through every row of a table in use, all of whose clauses can stand beside those of another.
 *
 * @param step its step
 * @param index its place in the migration
 * @param alter the statement
 * @param rewrites whether it writes the rows anew, and does not only read them
 */
record HeavyAlter(Step step, int index, AlterTable alter, boolean rewrites) {
    private static final String TIMEOUT = "timeout";

    /** That of a step. */
    static Optional<HeavyAlter> of(Step step, int index) {
        if (!(step.statement() instanceof AlterTable alter)
                || alter.kind() != ObjectKind.TABLE
                || step.embedding().isPresent()
                || step.refused()
                || !alter.actions().stream()
                        .allMatch(action -> MergeableClause.of(action).isPresent())) {
            return Optional.empty();
        }
        Optional<OnlineChange> change = OnlineChange.of(step);
        if (change.isPresent()) {
            return change.filter(found -> found.way().rebuilds())
                    .map(found -> new HeavyAlter(step, index, alter, true));
        }
        boolean rewrites = alter.actions().stream()
                .anyMatch(action -> LockedWork.rewrite(step, action.span()).isPresent());
        boolean scans = alter.actions().stream()
                .filter(MergeableClause::sharesScan)
                .anyMatch(action -> LockedWork.scan(step, action.span()).isPresent());
        return rewrites || scans ? Optional.of(new HeavyAlter(step, index, alter, rewrites)) : Optional.empty();
    }

    /** Whether it changes the table of that name. */
    boolean changesTableOf(QualifiedName table) {
        return Names.same(alter.name(), table);
    }

    /** Whether a later one can be part of it: no clause of that one is about what this one has made or changed. */
    boolean joins(HeavyAlter later) {
        return alter.ignore() == later.alter.ignore()
                && alter.only() == later.alter.only()
                && alter.ifExists() == later.alter.ifExists()
                && independent(alter, later.alter);
    }

    /** Whether it does the same when it runs before an earlier step. */
    boolean mayPass(Step earlier) {
        return switch (earlier.statement()) {
            case SetVariable set -> set.name().endsWith(TIMEOUT);
            case MysqlStatement.SetVariables set ->
                set.variables().stream().allMatch(variable -> variable.name().endsWith(TIMEOUT));
            case Comment ignored -> true;
            case CreateIndex create -> !changesTableOf(create.table());
            case AlterTable other when changesTableOf(other.name()) -> independent(other, alter);
            case AlterTable other -> !refersTo(alter, other.name()) && !refersTo(other, alter.name());
            default -> false;
        };
    }

    private static boolean independent(AlterTable earlier, AlterTable later) {
        return earlier.actions().stream()
                .allMatch(one -> MergeableClause.of(one).isPresent()
                        && later.actions().stream()
                                .allMatch(other -> MergeableClause.of(one)
                                        .orElseThrow()
                                        .mayStandBeside(
                                                MergeableClause.of(other).orElseThrow())));
    }

    private static boolean refersTo(AlterTable alter, QualifiedName table) {
        return alter.actions().stream()
                .anyMatch(action -> action instanceof AlterAction.AddConstraint add
                        && add.constraint()
                                .references()
                                .filter(target -> Names.same(target.table(), table))
                                .isPresent());
    }
}
