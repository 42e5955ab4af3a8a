package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.OnlineOptions;
import io.github.migralint.effect.OnlineWay.Algorithm;
import io.github.migralint.effect.OnlineWay.Lock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * In which way a statement or its session demands that a table be changed.
 *
 * @param algorithm the algorithm, folded
 * @param lock the lock, folded
 * @param stated whether clauses of the statement say so
 */
record Demands(Optional<String> algorithm, Optional<String> lock, boolean stated) {
    static Demands of(OnlineOptions options, SessionSettings settings) {
        return new Demands(
                options.algorithmNamed().or(settings::algorithm),
                options.lockNamed(),
                options.algorithmNamed().isPresent() || options.lockNamed().isPresent());
    }

    static boolean isAlgorithm(String word) {
        return Arrays.stream(Algorithm.values())
                .anyMatch(algorithm -> algorithm.name().toLowerCase(Locale.ROOT).equals(word));
    }

    /** The algorithm that is demanded, if it is one. */
    Optional<Algorithm> demandedAlgorithm() {
        return algorithm.filter(Demands::isAlgorithm).map(word -> Algorithm.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** The lock that is demanded, if it is one. */
    Optional<Lock> demandedLock() {
        return lock.flatMap(word -> Arrays.stream(Lock.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst());
    }
}
