package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement asks of the server, gathered in the order in which the server does it. After an error nothing more is
 * done: what is added later is dropped.
 */
final class Acts {
    /** Operations whose locks are taken before the first row is read. */
    private static final Set<Operation> PLANNED = Set.of(
            Operation.READ,
            Operation.READ_PARTITIONED,
            Operation.READ_NAMES,
            Operation.READ_FOR_UPDATE,
            Operation.CHANGE_ROWS,
            Operation.CHANGE_PARTITIONED,
            Operation.WRITE_ROWS);

    /** The class of errors in syntax and names, which are found before anything runs. */
    private static final String NAMES = "42";

    private final List<Act> acts = new ArrayList<>();
    private final List<Effect.TakesLock> asked = new ArrayList<>();
    private final List<Effect.MayFailOnRows> risks = new ArrayList<>();
    private final List<Effect.NarrowsType> narrowings = new ArrayList<>();
    private Optional<Effect.Fails> failure = Optional.empty();
    private Span place = Effect.WHOLE_STATEMENT;
    private boolean forbiddenInTransaction;
    private boolean certain = true;

    void add(Act act) {
        if (failure.isEmpty()) {
            acts.add(act);
        }
    }

    /** A lock that the statement itself asks for by name. */
    void lock(RelationKey relation, LockMode mode) {
        if (failure.isEmpty()) {
            asked.add(new Effect.TakesLock(relation, mode));
        }
    }

    /** What is added from now on is asked for by this clause. */
    void at(Span clause) {
        place = clause;
    }

    /** The server gives this error whatever the rows. */
    void fail(String sqlState, String reason) {
        fail(sqlState, Errors.cause(sqlState), reason, Optional.empty(), List.of());
    }

    /** The server gives the error of this problem. */
    void fail(Problem problem) {
        fail(problem.sqlState(), problem.reason());
    }

    /** The server gives this error because of what stands in the way. */
    void fail(String sqlState, String reason, List<ObjectId> obstacles) {
        fail(sqlState, Errors.cause(sqlState), reason, Optional.empty(), obstacles);
    }

    /** The server says that the object is missing, or that it is there already. */
    void fail(String sqlState, Subject subject) {
        fail(sqlState, Errors.cause(sqlState), Errors.sentence(sqlState, subject), Optional.of(subject), List.of());
    }

    /** The server does not know the form in this version. */
    void failForVersion(String sqlState, String reason) {
        fail(sqlState, Cause.NOT_IN_VERSION, reason, Optional.empty(), List.of());
    }

    private void fail(
            String sqlState, Cause cause, String reason, Optional<Subject> subject, List<ObjectId> obstacles) {
        if (failure.isEmpty()) {
            failure = Optional.of(new Effect.Fails(sqlState, cause, reason, subject, obstacles, place));
        }
    }

    /** The server gives this error if there are such rows. */
    void risk(RelationKey relation, String sqlState, String reason) {
        if (failure.isEmpty()) {
            risks.add(new Effect.MayFailOnRows(relation, sqlState, reason));
        }
    }

    /** A column gets a type that cannot hold every value of its old one. */
    void narrow(Effect.NarrowsType narrowing) {
        narrowings.add(narrowing);
    }

    /** The server refuses the statement inside a transaction block. */
    void forbidInTransaction() {
        forbiddenInTransaction = true;
    }

    /** Something that matters is not known. */
    void uncertain() {
        certain = false;
    }

    /** Takes over the locks and the errors of a statement that is planned but not run. */
    void planned(Acts inner) {
        inner.acts().stream()
                .filter(act -> PLANNED.contains(act.operation()))
                .forEach(act -> add(act.without(Role.SCANNED)));
        if (failure.isEmpty()) {
            failure = inner.failure().filter(error -> error.sqlState().startsWith(NAMES));
        }
        certain &= inner.certain();
    }

    boolean failed() {
        return failure.isPresent();
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    List<Effect.TakesLock> asked() {
        return List.copyOf(asked);
    }

    List<Effect.MayFailOnRows> risks() {
        return List.copyOf(risks);
    }

    List<Effect.NarrowsType> narrowings() {
        return List.copyOf(narrowings);
    }

    Optional<Effect.Fails> failure() {
        return failure;
    }

    boolean forbiddenInTransaction() {
        return forbiddenInTransaction;
    }

    boolean certain() {
        return certain;
    }
}
