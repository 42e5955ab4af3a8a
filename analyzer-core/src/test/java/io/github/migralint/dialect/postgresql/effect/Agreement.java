package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.fixtures.AgreementTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where what we say and what was measured agree, by aspect and by category. */
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

    /** Errors that rows cause: it is enough to say that they may come. */
    private static final Set<String> ROWS =
            Set.of("22001", "22003", "22007", "22008", "22026", "22P02", "23502", "23503", "23505", "23514");

    private final AgreementTable table;
    private final AcceptedDifferences accepted;
    private final Map<String, List<Integer>> unexplained = new LinkedHashMap<>();
    private final Set<String> cases = new HashSet<>();
    private final Set<String> differing = new HashSet<>();

    Agreement(String title, AcceptedDifferences accepted) {
        this.table = new AgreementTable(title, "category");
        this.accepted = accepted;
    }

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
        table.count(truth.category(), aspect.words(), equal);
        cases.add(truth.id());
        if (equal) {
            return;
        }
        differing.add(AcceptedDifferences.key(truth.id(), aspect));
        String line = truth.id() + ", " + aspect.words() + ": `" + truth.statement() + "`: measured [" + bare(measured)
                + "], said [" + bare(said) + "]";
        String reason = accepted.reason(truth.id(), aspect);
        table.difference(reason.isEmpty() ? line : line + ". " + reason, major + "");
        if (reason.isEmpty()) {
            unexplained.computeIfAbsent(line, l -> new ArrayList<>()).add(major);
        }
    }

    private static String bare(Object value) {
        String text = value.toString();
        return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
    }

    /** The share that agrees, in percent. */
    double percent(Aspect aspect) {
        return table.total(aspect.words()).percent();
    }

    /** Differences for which no reason is given. */
    List<String> unexplained() {
        return unexplained.entrySet().stream()
                .map(difference -> difference.getKey() + " on " + difference.getValue())
                .toList();
    }

    /** Reasons for differences that are gone. */
    List<String> needless() {
        return accepted.of(cases).stream()
                .filter(key -> !differing.contains(key))
                .toList();
    }

    /** Prints the table and writes it to {@code target/agreement}. */
    void publish(String name) {
        table.publish(name);
    }
}
