package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.OnlineWay.Algorithm;
import io.github.migralint.effect.OnlineWay.Lock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The way in which a server carries out clauses of which the author demands one; it refuses what it cannot do so. */
final class DemandedWay {
    private final Alteration alteration;
    private final Scene scene;
    private final Acts acts;
    private final Combination combination;
    private final List<Clause> clauses;
    private final Demands demands;

    DemandedWay(Alteration alteration, Combination combination, List<Clause> clauses, Demands demands) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.acts = alteration.acts();
        this.combination = combination;
        this.clauses = clauses;
        this.demands = demands;
    }

    OnlineWay choose() {
        OnlineWay best = combination.best(clauses);
        if (demands.stated() && (refused(best) || unknownAlgorithm() || wrongUsage())) {
            return best;
        }
        if (means(Cost.Clauses.UNPROVEN) || means(Cost.Clauses.REFUSED)) {
            return best;
        }
        return withLock(withAlgorithm(best));
    }

    private boolean means(Cost.Clauses meaning) {
        return clauses.stream()
                .flatMap(clause -> clause.operations().stream())
                .anyMatch(operation -> combination.cost(operation).clauses() == meaning);
    }

    /** Some clauses never go with ALGORITHM and LOCK. */
    private boolean refused(OnlineWay best) {
        if (!means(Cost.Clauses.REFUSED)) {
            return false;
        }
        acts.fail(
                Errors.WAY_UNAVAILABLE,
                "Neither ALGORITHM nor LOCK can be demanded of " + labels() + " in this version.");
        return !best.demandable();
    }

    private boolean unknownAlgorithm() {
        String said = alteration.statement().online().algorithmNamed().orElse("");
        boolean none = !said.isEmpty() && !Demands.isAlgorithm(said);
        if (none) {
            acts.fail(Errors.UNKNOWN_ALGORITHM, "There is no ALGORITHM=" + said.toUpperCase(Locale.ROOT) + ".");
            return true;
        }
        boolean lacking = (said.equals("instant") && !Facts.knows(scene.server(), Form.INSTANT))
                || (said.equals("nocopy") && !Facts.knows(scene.server(), Form.NOCOPY));
        if (lacking) {
            acts.fail(
                    Errors.UNKNOWN_ALGORITHM,
                    Cause.NOT_IN_VERSION,
                    scene.server().flavor().label() + " " + Forms.version(scene.server()) + " does not know ALGORITHM="
                            + said.toUpperCase(Locale.ROOT) + ".",
                    Optional.empty(),
                    List.of());
        }
        return lacking;
    }

    private boolean wrongUsage() {
        boolean both = scene.isMysql()
                && alteration
                        .statement()
                        .online()
                        .algorithmNamed()
                        .filter("instant"::equals)
                        .isPresent()
                && demands.lock().isPresent();
        if (both) {
            acts.fail(Errors.WRONG_USAGE, "MySQL accepts no LOCK beside ALGORITHM=INSTANT, which needs none.");
        }
        return both;
    }

    private OnlineWay withAlgorithm(OnlineWay best) {
        Optional<Algorithm> demanded = demands.demandedAlgorithm();
        if (demanded.isEmpty()) {
            return best;
        }
        if (demanded.get() == Algorithm.COPY) {
            return best.algorithm() == Algorithm.COPY ? best : combination.copy(clauses);
        }
        boolean rebuildsInPlace = scene.isMysql()
                && demanded.get() == Algorithm.INPLACE
                && clauses.stream()
                        .flatMap(clause -> clause.operations().stream())
                        .anyMatch(Operation::changesRowLayout);
        OnlineWay way = rebuildsInPlace ? combination.withoutInstant(clauses) : best;
        if (way.algorithm().compareTo(demanded.get()) > 0) {
            refuse(demanded.get(), way);
        }
        return way;
    }

    private void refuse(Algorithm demanded, OnlineWay way) {
        boolean exhausted =
                demanded == Algorithm.INSTANT && new RowVersions(scene.server()).exhausted(alteration.table());
        String number = exhausted
                ? Errors.TOO_MANY_ROW_VERSIONS
                : demanded == Algorithm.INSTANT && way.algorithm() != Algorithm.NOCOPY
                        ? Errors.WAY_UNAVAILABLE
                        : Errors.WAY_UNAVAILABLE_FOR_A_REASON;
        acts.fail(
                number,
                "ALGORITHM=" + demanded + " is not possible for " + labels() + ": the best way is ALGORITHM="
                        + way.algorithm() + ".");
    }

    private OnlineWay withLock(OnlineWay way) {
        Optional<Lock> demanded = demands.demandedLock();
        if (demanded.isEmpty() || acts.failed()) {
            return way;
        }
        if (demanded.get().compareTo(way.lock()) >= 0) {
            return new OnlineWay(way.algorithm(), demanded.get(), way.rebuilds(), way.demandable());
        }
        OnlineWay copy = combination.copy(clauses);
        boolean online = demands.demandedAlgorithm().isEmpty() && copy.lock().compareTo(demanded.get()) <= 0;
        if (online) {
            return copy;
        }
        acts.fail(
                Errors.WAY_UNAVAILABLE_FOR_A_REASON,
                "LOCK=" + demanded.get() + " is not possible for " + labels() + ": the least lock is LOCK=" + way.lock()
                        + ".");
        return way;
    }

    private String labels() {
        return String.join(
                " and ", clauses.stream().map(Clause::label).distinct().toList());
    }
}
