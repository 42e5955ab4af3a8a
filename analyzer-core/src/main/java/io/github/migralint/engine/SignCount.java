package io.github.migralint.engine;

import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.framework.EngineClue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Weighs the signs in some files against each other; of each file a sign counts once. */
final class SignCount {
    /** The least that speaks for an engine: one sign that says something, or two that hint at it. */
    private static final int AUDIBLE = 5;

    /** By how much an engine that is not understood must be ahead of all that are. */
    private static final int SURELY_AHEAD = 8;

    /** How many times the weight of a sure sign makes further files needless. */
    private static final int ENOUGH = 3;

    private static final List<String> UNDERSTOOD =
            Dialects.all().stream().map(Dialect::name).toList();

    private record Seen(SqlSign sign, String file) {
        private static final Comparator<Seen> STRENGTH = Comparator.comparingInt((Seen seen) -> seen.sign.weight())
                .thenComparingInt(seen -> -seen.sign.engines().size());

        Seen orStronger(Seen later) {
            return STRENGTH.compare(later, this) > 0 ? later : this;
        }
    }

    private final Map<String, Integer> weights = new TreeMap<>();
    private final Map<String, Seen> strongest = new HashMap<>();

    void add(String file, Set<SqlSign> signs) {
        for (SqlSign sign : signs) {
            for (String engine : sign.engines()) {
                weights.merge(engine, sign.weight(), Integer::sum);
                strongest.merge(engine, new Seen(sign, file), Seen::orStronger);
            }
        }
    }

    /** Whether no further file is needed. */
    boolean isEnough() {
        return verdict()
                .filter(clue -> weight(clue.engine()) >= ENOUGH * SqlSign.SURE)
                .isPresent();
    }

    /** The engine that most speaks for; empty when little does, or as much for another. */
    Optional<EngineClue> verdict() {
        Optional<String> foreign = heaviest(weights.keySet().stream()
                .filter(engine -> !UNDERSTOOD.contains(engine))
                .toList());
        Optional<String> best = heaviest(UNDERSTOOD);
        int ahead = best.map(this::weight).orElse(0);
        if (foreign.isPresent() && weight(foreign.get()) >= ahead + SURELY_AHEAD) {
            return foreign.map(this::clue);
        }
        return best.filter(engine -> ahead >= AUDIBLE && ahead > rival(engine)).map(this::clue);
    }

    /** The heaviest of some engines, of several the first. */
    private Optional<String> heaviest(List<String> engines) {
        return engines.stream().reduce((one, other) -> weight(other) > weight(one) ? other : one);
    }

    /** What weighs most against an engine; MariaDB is no rival of MySQL, whose SQL it reads too. */
    private int rival(String engine) {
        boolean ofOneFamily = SqlSign.LIKE_MYSQL.contains(engine);
        return UNDERSTOOD.stream()
                .filter(other -> !other.equals(engine))
                .filter(other -> !(ofOneFamily && SqlSign.LIKE_MYSQL.contains(other)))
                .mapToInt(this::weight)
                .max()
                .orElse(0);
    }

    private int weight(String engine) {
        return weights.getOrDefault(engine, 0);
    }

    private EngineClue clue(String engine) {
        Seen seen = strongest.get(engine);
        return new EngineClue(engine, seen == null ? "" : seen.sign().text() + " in " + seen.file());
    }
}
