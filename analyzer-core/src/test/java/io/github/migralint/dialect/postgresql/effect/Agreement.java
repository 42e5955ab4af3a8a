package io.github.migralint.dialect.postgresql.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts where what we say and what was measured agree, by aspect and by category. */
final class Agreement {
    /** What is compared. */
    enum Aspect {
        LOCKS,
        REWRITES,
        INDEX_BUILDS,
        INDEX_REBUILDS,
        FULL_SCANS,
        IN_TRANSACTION,
        ERROR;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Errors that rows cause, or objects that no history of a database holds: roles, files, settings. */
    private static final Set<String> ROWS = Set.of("22001", "22P02", "23502", "23503", "23505", "23514");

    private final Map<Aspect, int[]> counts = new LinkedHashMap<>();
    private final Map<String, Map<Aspect, int[]>> byCategory = new TreeMap<>();
    private final Map<String, List<Integer>> differences = new LinkedHashMap<>();

    void add(TruthTable.Case truth, int major, TruthTable.Result measured, Prediction.Said said) {
        boolean rowError = ROWS.contains(measured.sqlState()) && said.sqlState().isEmpty();
        boolean riskKnown = said.mayFail().contains(measured.sqlState());
        String error = rowError && riskKnown ? measured.sqlState() : said.sqlState();
        compare(truth, major, Aspect.ERROR, measured.sqlState(), error);
        compare(truth, major, Aspect.IN_TRANSACTION, measured.inTransaction() + "", said.inTransaction() + "");
        if (!measured.sqlState().isEmpty()) {
            if (measured.locksMeasured() && !said.sqlState().isEmpty()) {
                compare(truth, major, Aspect.LOCKS, tables(measured.locks()), tables(said.locks()));
            }
            return;
        }
        boolean failed = !said.sqlState().isEmpty();
        boolean unseenNew = !measured.inTransaction();
        compare(truth, major, Aspect.LOCKS, text(measured.locks(), unseenNew), text(said.locks(), unseenNew));
        compare(truth, major, Aspect.REWRITES, new TreeSet<>(measured.rewrites()), failed ? Set.of() : said.rewrites());
        compare(truth, major, Aspect.INDEX_BUILDS, new TreeSet<>(measured.indexBuilds()), said.indexBuilds());
        compare(truth, major, Aspect.INDEX_REBUILDS, new TreeSet<>(measured.indexRebuilds()), said.indexRebuilds());
        compare(truth, major, Aspect.FULL_SCANS, new TreeSet<>(measured.fullScans()), said.fullScans());
    }

    /** A failed statement was only probed on tables, and shows the first lock it asked for. */
    private static String tables(Map<String, String> locks) {
        return locks.entrySet().stream()
                .filter(lock -> lock.getKey().startsWith("table:")
                        || lock.getKey().startsWith("partitioned:")
                        || lock.getKey().startsWith("matview:"))
                .map(Map.Entry::toString)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Probes do not see locks on what the statement makes. */
    private static String text(Map<String, String> locks, boolean unseenNew) {
        return locks.entrySet().stream()
                .filter(lock -> !unseenNew || !lock.getKey().startsWith("new "))
                .map(Map.Entry::toString)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private void compare(TruthTable.Case truth, int major, Aspect aspect, Object measured, Object said) {
        boolean equal = measured.toString().equals(said.toString());
        count(counts, aspect, equal);
        count(byCategory.computeIfAbsent(truth.category(), c -> new LinkedHashMap<>()), aspect, equal);
        if (!equal) {
            String line = truth.id() + " " + aspect.words() + "\n    " + truth.statement() + "\n    measured "
                    + measured + "\n    said     " + said;
            differences.computeIfAbsent(line, l -> new ArrayList<>()).add(major);
        }
    }

    private static void count(Map<Aspect, int[]> counts, Aspect aspect, boolean equal) {
        int[] count = counts.computeIfAbsent(aspect, a -> new int[2]);
        count[0]++;
        count[1] += equal ? 1 : 0;
    }

    /** The share that agrees, in percent. */
    double percent(Aspect aspect) {
        int[] count = counts.getOrDefault(aspect, new int[2]);
        return count[0] == 0 ? 100 : 100.0 * count[1] / count[0];
    }

    /** Everything, for reading. */
    String report() {
        var text = new StringBuilder("Effects of PostgreSQL 12 to 18: measured and said\n\n");
        for (Aspect aspect : Aspect.values()) {
            text.append(row(aspect.words(), counts.getOrDefault(aspect, new int[2])));
        }
        byCategory.forEach((category, aspects) -> {
            text.append('\n').append(category).append('\n');
            aspects.forEach((aspect, count) -> {
                if (count[0] != count[1]) {
                    text.append("  ").append(row(aspect.words(), count));
                }
            });
        });
        text.append("\nDifferences\n\n");
        differences.forEach(
                (line, majors) -> text.append(line).append("  ").append(majors).append('\n'));
        return text.toString();
    }

    private static String row(String name, int[] count) {
        return String.format(
                Locale.ROOT,
                "%-16s %5d of %5d  %6.2f %%%n",
                name,
                count[1],
                count[0],
                count[0] == 0 ? 100.0 : 100.0 * count[1] / count[0]);
    }
}
