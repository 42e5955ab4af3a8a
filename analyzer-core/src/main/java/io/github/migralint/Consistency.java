package io.github.migralint;

import io.github.migralint.framework.Direction;
import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the migrations of a history can have run one after the other: a folder may hold alternatives, or upgrades of a
 * schema that is made elsewhere.
 *
 * @param contradictions those that ran, though what ran before them forbids it
 */
record Consistency(List<Migration> contradictions) {
    /** One may be a defect of its own, of which people want to know. */
    private static final int ENOUGH = 2;

    private static final int TOLD = 3;

    static final Consistency ASSUMED = new Consistency(List.of());

    Consistency {
        contradictions = List.copyOf(contradictions);
    }

    /** What a replay showed; those that are new may be wrong, and prove nothing. */
    static Consistency of(History history, Set<Integer> contradictions) {
        int last = history.migrations().stream()
                .filter(migration -> migration.direction() == Direction.UP)
                .mapToInt(Migration::ordinal)
                .max()
                .orElse(-1);
        boolean releases = history.review().release() == ReleaseMode.EACH;
        return new Consistency(history.migrations().stream()
                .filter(migration -> contradictions.contains(migration.ordinal()))
                .filter(migration -> !migration.underReview() || (releases && migration.ordinal() < last))
                .toList());
    }

    /** Whether nothing speaks against it. */
    boolean holds() {
        return contradictions.size() < ENOUGH;
    }

    /** What people should know when it does not hold. */
    String note() {
        String files = contradictions.stream()
                .limit(TOLD)
                .map(Migration::shortName)
                .distinct()
                .collect(Collectors.joining(", "));
        return "The files cannot all have run one after the other (" + files
                + (contradictions.size() > TOLD ? ", …" : "")
                + " need or make what those before them lack or have): no statement is said to fail because of what they"
                + " make. A dump of the schema given with --schema, or the right folder, tells more";
    }
}
