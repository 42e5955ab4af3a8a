package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.dialect.FactTable.Row;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.OnlineWay.Algorithm;
import io.github.migralint.effect.OnlineWay.Lock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one operation costs, as the table of facts says it.
 *
 * @param way the best way in which it is done
 * @param beside how it is done where another clause forbids INSTANT; none for as cheaply as the others allow
 * @param partitions whether it writes some partitions anew
 * @param clauses what ALGORITHM and LOCK mean with it
 */
record Cost(OnlineWay way, Optional<OnlineWay> beside, boolean partitions, Clauses clauses) {
    /** What ALGORITHM and LOCK mean with an operation. */
    enum Clauses {
        /** The operation is refused when it cannot be done so. */
        JUDGED,
        /** They are always refused. */
        REFUSED,
        /** They are accepted, and prove nothing. */
        UNPROVEN
    }

    static Cost of(Row row) {
        Clauses clauses = Clauses.valueOf(row.cell("clauses").toUpperCase(Locale.ROOT));
        String beside = row.cell("beside");
        return new Cost(
                way(row.cell("way"), clauses),
                beside.isEmpty() ? Optional.empty() : Optional.of(way(beside, clauses)),
                words(row.cell("way")).contains("PARTITIONS"),
                clauses);
    }

    private static OnlineWay way(String cell, Clauses clauses) {
        List<String> words = words(cell);
        Algorithm algorithm = Algorithm.valueOf(words.getFirst());
        boolean copies = algorithm == Algorithm.COPY;
        return new OnlineWay(
                algorithm,
                lock(words, copies),
                words.contains("REBUILD") || (copies && !words.contains("PARTITIONS")),
                clauses == Clauses.JUDGED);
    }

    private static Lock lock(List<String> words, boolean copies) {
        if (words.contains("EXCLUSIVE")) {
            return Lock.EXCLUSIVE;
        }
        return words.contains("SHARED") || (copies && !words.contains("NONE")) ? Lock.SHARED : Lock.NONE;
    }

    private static List<String> words(String cell) {
        return List.of(cell.split(" ", -1));
    }

    boolean isInstant() {
        return way.algorithm() == Algorithm.INSTANT;
    }
}
