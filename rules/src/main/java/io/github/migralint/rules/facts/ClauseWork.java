package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Risk;
import io.github.migralint.source.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * The work that a clause makes with a table in use, and whom it stops.
 *
 * @param work the work and the lock under which it is done
 * @param way the way in which the engine does it, where it has several
 */
public record ClauseWork(LockedWork work, Optional<OnlineWay> way) {
    /** The work of a clause for the sake of something. */
    public static Optional<ClauseWork> of(Step step, Span clause, ChangeCause cause) {
        Optional<Effect.ChangesTable> change = change(step, clause);
        if (change.isEmpty()) {
            return (cause.onlyReads() ? LockedWork.scan(step, clause) : LockedWork.rewrite(step, clause))
                    .map(work -> new ClauseWork(work, Optional.empty()));
        }
        return change.filter(found -> cause(step, found) == cause).flatMap(found -> of(step, found));
    }

    /** The work that a new column makes for the sake of something. */
    public static Optional<ClauseWork> ofNewColumn(Step step, AlterAction.AddColumn add, ChangeCause cause) {
        if (change(step, add.span()).isPresent()) {
            return of(step, add.span(), cause);
        }
        return ChangeCause.of(step, add.column(), Optional.empty()) == cause
                ? LockedWork.rewrite(step, add.span()).map(work -> new ClauseWork(work, Optional.empty()))
                : Optional.empty();
    }

    /** The work of a change, if there is any that grows with the table. */
    public static Optional<ClauseWork> of(Step step, Effect.ChangesTable change) {
        OnlineWay way = change.way();
        boolean grows = way.rebuilds() || (way.stopsWrites() && !isInstant(way));
        if (!grows || !Serving.clients(step, change.relation())) {
            return Optional.empty();
        }
        return lock(step, change)
                .map(lock -> new LockedWork(
                        step,
                        change.relation(),
                        lock,
                        reason(step, change),
                        way.rebuilds() ? Work.REWRITE : Work.INDEX_BUILD))
                .map(work -> new ClauseWork(work, Optional.of(way)));
    }

    /** For what sake a change is made. */
    public static ChangeCause cause(Step step, Effect.ChangesTable change) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return step.statement() instanceof CreateIndex ? ChangeCause.INDEX : ChangeCause.OTHER;
        }
        for (AlterAction action : alter.actions()) {
            if (touch(action.span(), change.place())) {
                return ChangeCause.of(step, alter, action, Optional.of(change.way()));
            }
        }
        return ChangeCause.OTHER;
    }

    /** The gravest change that a clause makes. */
    public static Optional<Effect.ChangesTable> change(Step step, Span clause) {
        return step.effects().of(Effect.ChangesTable.class).stream()
                .filter(change -> touch(clause, change.place()) && !OnlineChange.isOfAll(step, change))
                .max(Comparator.comparing(
                                (Effect.ChangesTable change) -> change.way().lock())
                        .thenComparing(change -> change.way().algorithm()));
    }

    /** Whether those who write go on while it is done. */
    public boolean writesPass() {
        return way.filter(found -> !found.stopsWrites()).isPresent();
    }

    /** How bad it is, given how bad it is where everybody waits. */
    public Risk risk(Risk everybodyWaits) {
        if (way.isEmpty() || way.get().lock() == OnlineWay.Lock.EXCLUSIVE) {
            return everybodyWaits;
        }
        return writesPass() ? Risk.MEDIUM : Risk.HIGH;
    }

    /** {@code under ACCESS EXCLUSIVE}, or {@code with ALGORITHM=COPY while its writers wait}. */
    public String manner() {
        return way.map(found -> "with ALGORITHM=" + found.algorithm() + " while " + whoWaits(found))
                .orElseGet(() -> "under " + work.lock().words());
    }

    private static String whoWaits(OnlineWay way) {
        return switch (way.lock()) {
            case NONE -> "reads and writes go on";
            case SHARED -> "its writers wait";
            case EXCLUSIVE -> "everybody waits";
        };
    }

    private static boolean isInstant(OnlineWay way) {
        return way.algorithm() == OnlineWay.Algorithm.INSTANT
                || (way.lock() == OnlineWay.Lock.EXCLUSIVE && !way.rebuilds());
    }

    private static Optional<LockMode> lock(Step step, Effect.ChangesTable change) {
        return LockedWork.lockOn(step, change.relation())
                .or(() -> LockRequest.all(step).findFirst().map(LockRequest::mode));
    }

    private static String reason(Step step, Effect.ChangesTable change) {
        return step.effects().of(Effect.RewritesTable.class).stream()
                .filter(rewrite -> touch(rewrite.place(), change.place()))
                .map(Effect.RewritesTable::reason)
                .findFirst()
                .orElse("");
    }

    private static boolean touch(Span one, Span other) {
        return one.contains(other) || other.contains(one);
    }
}
