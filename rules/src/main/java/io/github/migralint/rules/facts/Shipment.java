package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effect;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Embedding;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Origin;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The statements that go live together with a step: what counts for running code is what all of them leave behind. */
public final class Shipment {
    private Shipment() {}

    /**
     * A statement with the migration in which it stands.
     *
     * @param migration the migration
     * @param statement the statement
     */
    public record Placed(Migration migration, Statement statement) {
        /** Its place. */
        public Origin origin() {
            return migration.origin(statement);
        }
    }

    /** What the release did before the step, in order. */
    public static Stream<Placed> before(Step step) {
        int now = step.migration().ordinal();
        int offset = step.embedding()
                .map(Embedding::place)
                .orElse(step.statement().span())
                .start();
        Stream<Placed> earlier = migrations(
                        step,
                        ordinal -> ordinal < now && step.release().migrations().contains(ordinal))
                .flatMap(Shipment::placed);
        return Stream.concat(
                earlier,
                placed(step.migration())
                        .filter(placed -> placed.statement().span().end() <= offset));
    }

    /** The statements of a migration, and those inside its blocks. */
    private static Stream<Placed> placed(Migration migration) {
        return migration.statements().stream()
                .flatMap(Shipment::withInner)
                .map(statement -> new Placed(migration, statement));
    }

    private static Stream<Statement> withInner(Statement statement) {
        return statement instanceof DoBlock block
                ? block.body().program().stream().flatMap(ProceduralStatement::statements)
                : Stream.of(statement);
    }

    /** What the release does after the step, in order. */
    public static Stream<Statement> after(Step step) {
        return after(step, step.following().stream());
    }

    /** Of that what alters a table, or drops an object, of such a name. */
    private static Stream<Statement> after(Step step, QualifiedName target) {
        return after(step, step.sequel().targeting(target.name()).stream());
    }

    /** What follows in the migration, and the later migrations that ship with it. */
    private static Stream<Statement> after(Step step, Stream<Statement> following) {
        if (!step.release().together()) {
            return following;
        }
        int now = step.migration().ordinal();
        return Stream.concat(
                following,
                migrations(step, ordinal -> ordinal > now)
                        .flatMap(migration -> migration.statements().stream())
                        .flatMap(Shipment::withInner));
    }

    /** What the release does to a table after an action of a statement, the rest of the statement first. */
    public static Stream<AlterAction> after(Step step, AlterTable alter, AlterAction action) {
        List<AlterAction> actions = alter.actions();
        int next = actions.indexOf(action) + 1;
        return Stream.concat(
                actions.subList(next, actions.size()).stream(),
                after(step, alter.name())
                        .filter(AlterTable.class::isInstance)
                        .map(AlterTable.class::cast)
                        .filter(later -> Names.same(later.name(), alter.name()))
                        .flatMap(later -> later.actions().stream()));
    }

    /** Whether the release drops a column, or its table, after an action of a statement. */
    public static boolean dropsColumn(Step step, AlterTable alter, AlterAction action, String column) {
        return after(step, alter, action)
                        .anyMatch(later -> later instanceof AlterAction.DropColumn drop
                                && drop.column().value().equals(column))
                || drops(step, ObjectKind.TABLE, alter.name());
    }

    /** Whether the release drops an object by its name after the step. */
    public static boolean drops(Step step, ObjectKind kind, QualifiedName name) {
        return after(step, name)
                .anyMatch(later -> later instanceof DropObject drop
                        && drop.kind() == kind
                        && drop.objects().stream().anyMatch(object -> Names.same(object.name(), name)));
    }

    /** Whether what follows becomes visible together with the step; nobody is blamed where it is not known. */
    public static boolean atomic(Step step) {
        return step.effects().of(Effect.Commits.class).isEmpty()
                && (step.transaction().open() || step.migration().transaction().mode() == TransactionMode.UNKNOWN);
    }

    private static Stream<Migration> migrations(Step step, Predicate<Integer> ordinals) {
        return step.prospect().migrations().stream()
                .filter(Migration::underReview)
                .filter(migration -> migration.direction() == Direction.UP)
                .filter(migration -> ordinals.test(migration.ordinal()));
    }
}
