package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effect.TakesLock.Hold;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.OnlineWay.Algorithm;
import io.github.migralint.effect.RelationKey;
import java.util.List;
import java.util.stream.Collectors;

/** Turns what the clauses of a statement ask for into effects: each by itself, and all together. */
final class AlterOutcome {
    private final Alteration alteration;
    private final Acts acts;
    private final Combination combination;
    private final List<Clause> clauses;

    AlterOutcome(Alteration alteration) {
        this.alteration = alteration;
        this.acts = alteration.acts();
        this.clauses = Companions.helping(alteration.clauses(), alteration.scene());
        Storage storage = Storage.of(alteration.scene(), alteration.table(), alteration.statement());
        this.combination = new Combination(alteration.scene(), storage);
    }

    void tell() {
        if (clauses.isEmpty() || acts.failed()) {
            return;
        }
        Demands demands =
                Demands.of(alteration.statement().online(), alteration.scene().settings());
        refuseTwoFulltexts();
        OnlineWay way = new DemandedWay(alteration, combination, clauses, demands).choose();
        if (acts.failed()) {
            return;
        }
        if (works(way)) {
            acts.lock(alteration.key(), Modes.working(way.lock()), Hold.STATEMENT);
        }
        changes(way);
        rewrites(way);
        clauses.forEach(clause -> builds(clause, way));
    }

    /** MySQL tries to build them in place, and then finds that it cannot. */
    private void refuseTwoFulltexts() {
        long fulltexts = clauses.stream()
                .filter(clause -> clause.asksFor(Operation.ADD_FIRST_FULLTEXT_INDEX)
                        || clause.asksFor(Operation.ADD_FULLTEXT_INDEX))
                .count();
        boolean copyDemanded = alteration
                .statement()
                .online()
                .algorithmNamed()
                .filter("copy"::equals)
                .isPresent();
        if (alteration.scene().isMysql() && fulltexts > 1 && !copyDemanded) {
            acts.fail(Errors.ONE_FULLTEXT_AT_A_TIME, "MySQL builds one FULLTEXT index at a time.");
        }
    }

    /** Whether anything is done that takes as long as the table is big. */
    private boolean works(OnlineWay way) {
        return way.rebuilds()
                || way.algorithm() == Algorithm.COPY
                || clauses.stream().anyMatch(Clause::buildsIndex)
                || clauses.stream()
                        .flatMap(clause -> clause.operations().stream())
                        .anyMatch(operation -> combination.cost(operation).partitions());
    }

    /** Each clause in its own best way; and the statement, where clauses are dearer together than the dearest of them. */
    private void changes(OnlineWay way) {
        RelationKey table = alteration.key();
        OnlineWay dearest = way;
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            OnlineWay alone = combination.best(List.of(clause));
            dearest = i == 0 ? alone : dearest.and(alone);
            acts.add(new Effect.ChangesTable(table, alone, clause.label(), clause.place()));
        }
        OnlineWay together = combination.best(clauses);
        if (clauses.size() > 1 && isDearer(together, dearest)) {
            String labels = clauses.stream().map(Clause::label).distinct().collect(Collectors.joining(", "));
            acts.add(new Effect.ChangesTable(
                    table, together, labels, alteration.statement().span()));
        }
    }

    private static boolean isDearer(OnlineWay together, OnlineWay dearest) {
        return (together.rebuilds() && !dearest.rebuilds())
                || together.lock().compareTo(dearest.lock()) > 0
                || together.algorithm().compareTo(dearest.algorithm()) > 0;
    }

    private void rewrites(OnlineWay way) {
        if (!way.rebuilds()) {
            return;
        }
        List<Clause> rebuilding = clauses.stream()
                .filter(clause -> combination.best(List.of(clause)).rebuilds())
                .toList();
        RelationKey table = alteration.key();
        for (Clause clause : rebuilding) {
            acts.add(new Effect.RewritesTable(table, false, clause.reason(), clause.place()));
        }
        if (rebuilding.isEmpty()) {
            String together = clauses.stream().map(Clause::reason).distinct().collect(Collectors.joining(" and "));
            acts.add(new Effect.RewritesTable(
                    table, false, together, alteration.statement().span()));
        }
    }

    private void builds(Clause clause, OnlineWay way) {
        clause.index()
                .ifPresent(index -> acts.add(
                        new Effect.BuildsIndex(index, alteration.key(), false, !way.stopsWrites(), clause.place())));
    }
}
