package io.github.migralint.dialect.mysql.catalog;

import io.github.migralint.fixtures.AgreementTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the facts of server and replay agree over one history. Each fact counts once, however many files it outlives,
 * and disagrees when it did so after any of them.
 */
final class CatalogAgreement {
    /** The column in which facts of a kind are counted. */
    private static final Map<String, String> COLUMNS = Map.of(
            "table", "tables",
            "column", "columns",
            "constraint", "constraints",
            "index", "indexes",
            "view", "views",
            "view columns", "views",
            "trigger", "triggers",
            "routine", "routines",
            "partitions", "partitions",
            "sequence", "sequences");

    private static final List<String> ORDER = List.of(
            "tables", "columns", "constraints", "indexes", "views", "triggers", "routines", "partitions", "sequences");

    private final Set<Fact> equal = new HashSet<>();
    private final Set<Fact> different = new HashSet<>();
    private int states;
    private int equalStates;

    /** Compares what is there now; what differs and did not before comes back. */
    List<String> compare(HistoryRun run) throws SQLException {
        Set<Fact> server = run.onServer();
        Set<Fact> replayed = run.replayed();
        var news = new ArrayList<String>();
        boolean same = oneSided(server, replayed, "only the server has: ", news);
        same &= oneSided(replayed, server, "only the replay has: ", news);
        server.stream().filter(replayed::contains).forEach(equal::add);
        states++;
        equalStates += same ? 1 : 0;
        return news;
    }

    private boolean oneSided(Set<Fact> one, Set<Fact> other, String side, List<String> news) {
        boolean same = true;
        for (Fact fact : one) {
            // A view that reads what is gone has no columns on the server.
            boolean open = fact.kind().equals("view columns")
                    && other.stream()
                            .noneMatch(f -> f.kind().equals("view columns")
                                    && f.object().equals(fact.object()));
            if (!open && !other.contains(fact)) {
                same = false;
                if (different.add(fact)) {
                    news.add(side + fact);
                }
            }
        }
        return same;
    }

    /** Writes a row. */
    void count(AgreementTable table, String row, String states) {
        table.count(row, states, this.states, equalStates);
        equal.removeAll(different);
        for (String column : ORDER) {
            int good = count(equal, column);
            table.count(row, column, good + count(different, column), good);
        }
    }

    private static int count(Set<Fact> facts, String column) {
        return (int) facts.stream()
                .filter(fact -> column.equals(COLUMNS.get(fact.kind())))
                .count();
    }
}
