package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.OnlineWay.Algorithm;
import io.github.migralint.effect.OnlineWay.Lock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which way a table is changed by clauses of one statement: one clause decides for all, and may forbid others what they
 * could do alone.
 */
final class Combination {
    private final Scene scene;
    private final Storage storage;

    Combination(Scene scene, Storage storage) {
        this.scene = scene;
        this.storage = storage;
    }

    /** The best way in which the server does all of it. */
    OnlineWay best(List<Clause> clauses) {
        return way(clauses, forbidsInstant(clauses));
    }

    /** The best way that is not INSTANT. */
    OnlineWay withoutInstant(List<Clause> clauses) {
        OnlineWay way = way(clauses, true);
        return way.algorithm() == Algorithm.INSTANT
                ? new OnlineWay(Algorithm.INPLACE, way.lock(), false, way.demandable())
                : way;
    }

    /** Every row to a new table. */
    OnlineWay copy(List<Clause> clauses) {
        OnlineWay copy = cost(Operation.COPY_TABLE).way();
        boolean stops = clauses.stream()
                .anyMatch(clause ->
                        clause.asksFor(Operation.ADD_COUNTING_COLUMN) || clause.asksFor(Operation.START_COUNTING));
        return stops ? new OnlineWay(copy.algorithm(), Lock.SHARED, true, copy.demandable()) : copy;
    }

    private OnlineWay way(List<Clause> clauses, boolean withoutInstant) {
        List<Clause> together = together(clauses);
        OnlineWay way = together.stream()
                .flatMap(clause -> clause.operations().stream())
                .map(operation -> way(operation, withoutInstant))
                .reduce(Combination::worse)
                .orElse(cost(Operation.DESCRIBE_COLUMN).way());
        return way.rebuilds() && way.algorithm() != Algorithm.COPY ? rebuild(way, together) : way;
    }

    private List<Clause> together(List<Clause> clauses) {
        return storage.isInnodb() ? Companions.hindering(clauses, scene) : clauses;
    }

    private OnlineWay way(Operation operation, boolean withoutInstant) {
        Cost cost = cost(operation);
        return withoutInstant ? cost.beside().orElse(cost.way()) : cost.way();
    }

    /** COPY copies with the lock that its own clauses need; what the others would need in place does not matter then. */
    private static OnlineWay worse(OnlineWay one, OnlineWay other) {
        OnlineWay both = one.and(other);
        if (both.algorithm() != Algorithm.COPY || one.algorithm() == other.algorithm()) {
            return both;
        }
        OnlineWay copying = one.algorithm() == Algorithm.COPY ? one : other;
        return new OnlineWay(Algorithm.COPY, copying.lock(), both.rebuilds(), both.demandable());
    }

    private OnlineWay rebuild(OnlineWay way, List<Clause> clauses) {
        if (clauses.stream().anyMatch(Clause::shifts) && storage.hasVirtualColumns()) {
            return cost(Operation.SHIFT_VIRTUAL_COLUMN).way();
        }
        return storage.hasFulltextIndex()
                ? way.and(cost(Operation.REBUILD_WITH_FULLTEXT).way())
                : way;
    }

    /** Whether not all can be done without touching rows. */
    private boolean forbidsInstant(List<Clause> clauses) {
        List<Operation> operations = together(clauses).stream()
                .flatMap(clause -> clause.operations().stream())
                .toList();
        if (!storage.keepsRowVersions() && operations.stream().anyMatch(Operation::changesRowLayout)) {
            return true;
        }
        Stream<Operation> forbidding = scene.isMysql()
                ? operations.stream().filter(operation -> !cost(operation).isInstant())
                : operations.stream().filter(this::forbidsOnMariadb);
        return forbidding.findAny().isPresent();
    }

    /** MariaDB may drop an index beside an instant change of columns, but not build one. */
    private boolean forbidsOnMariadb(Operation operation) {
        OnlineWay way = cost(operation).way();
        return way.rebuilds() || (operation.buildsIndex() && way.algorithm() != Algorithm.INSTANT);
    }

    /** What an operation costs on this table; where the server does not know it, as much as it can. */
    Cost cost(Operation operation) {
        Operation done = storage.isInnodb() ? operation : onOtherEngine(operation);
        return Facts.cost(done, scene.server()).or(() -> copied()).orElseThrow();
    }

    private Optional<Cost> copied() {
        return Facts.cost(Operation.COPY_TABLE, scene.server());
    }

    private static Operation onOtherEngine(Operation operation) {
        if (operation == Operation.RENAME_TABLE
                || operation == Operation.CHANGE_ENGINE
                || operation == Operation.COPY_TABLE
                || operation.isOfPartitions()) {
            return operation;
        }
        return operation.onlyDescribes() ? Operation.DESCRIBE_OTHER_ENGINE : Operation.CHANGE_OTHER_ENGINE;
    }
}
