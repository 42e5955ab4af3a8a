package io.github.migralint.dialect.postgresql.catalog;

import io.github.migralint.fixtures.AgreementTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far the facts of server and replay agree over one history. Each fact counts once, however many files it outlives,
 * and disagrees when it did so after any of them.
 */
final class Agreement {
    /** The column in which facts of a kind are counted. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("table", "tables"),
            Map.entry("column", "columns"),
            Map.entry("constraint", "constraints"),
            Map.entry("index", "indexes"),
            Map.entry("index use", "indexes"),
            Map.entry("view", "views"),
            Map.entry("view columns", "views"),
            Map.entry("view reads", "views"),
            Map.entry("view uses", "views"),
            Map.entry("sequence", "sequences"),
            Map.entry("enum", "types"),
            Map.entry("domain", "types"),
            Map.entry("domain check", "types"),
            Map.entry("composite", "types"),
            Map.entry("range", "types"),
            Map.entry("function", "functions"),
            Map.entry("procedure", "functions"),
            Map.entry("trigger", "triggers"),
            Map.entry("policy", "policies"),
            Map.entry("partition", "partitions"),
            Map.entry("child", "partitions"),
            Map.entry("schema", "schemas and extensions"),
            Map.entry("extension", "schemas and extensions"));

    private static final List<String> ORDER = List.of(
            "tables",
            "columns",
            "constraints",
            "indexes",
            "views",
            "sequences",
            "types",
            "functions",
            "triggers",
            "policies",
            "partitions",
            "schemas and extensions");

    /** The first major that keeps NOT NULL as a constraint with a name. */
    private static final int NAMES_NOT_NULL = 18;

    private final CorpusHistory history;
    private final int major;
    private final Set<Fact> equal = new HashSet<>();
    private final Set<Fact> different = new HashSet<>();
    private final Set<Fact> open = new HashSet<>();
    private int files;
    private int equalFiles;

    Agreement(CorpusHistory history, int major) {
        this.history = history;
        this.major = major;
    }

    /** Compares what is there after one more file; what differs now and did not before comes back. */
    List<String> compare(HistoryRun.Outcome outcome) {
        Set<Fact> replayed = ReplayedCatalog.of(outcome.schema());
        var claims = new Claims(outcome.schema(), outcome.uncertain());
        var news = new ArrayList<String>();
        boolean same = oneSided(outcome.server(), replayed, "only the server has: ", claims, news);
        same &= oneSided(replayed, outcome.server(), "only the replay has: ", claims, news);
        outcome.server().stream().filter(replayed::contains).forEach(equal::add);
        files++;
        equalFiles += same ? 1 : 0;
        return news;
    }

    /** Whether one side has nothing that the other lacks, as far as that says that it knows. */
    private boolean oneSided(Set<Fact> one, Set<Fact> other, String side, Claims claims, List<String> news) {
        boolean same = true;
        for (Fact fact : one) {
            if (other.contains(fact) || !isCompared(fact)) {
                continue;
            }
            if (!claims.cover(fact)) {
                open.add(fact);
            } else {
                same = false;
                if (different.add(fact)) {
                    news.add(side + fact);
                }
            }
        }
        return same;
    }

    /** Whether a server of that major keeps facts of the kind. */
    static boolean isKept(Fact fact, int major) {
        return major >= NAMES_NOT_NULL
                || !fact.kind().equals("constraint")
                || !fact.detail().contains(" NOT_NULL ");
    }

    private boolean isCompared(Fact fact) {
        return isKept(fact, major) && history.aside().stream().noneMatch(fact.object()::matches);
    }

    /** Writes the row of this history. */
    void count(AgreementTable table) {
        table.count(history.name(), "files", files, equalFiles);
        Map<String, Integer> differing = byColumn(different);
        equal.removeAll(different);
        equal.removeAll(open);
        Map<String, Integer> agreeing = byColumn(equal);
        for (String column : ORDER) {
            int good = agreeing.getOrDefault(column, 0);
            table.count(history.name(), column, good + differing.getOrDefault(column, 0), good);
        }
        open.removeAll(different);
        table.count(history.name(), "left open", open.size(), open.size());
    }

    private static Map<String, Integer> byColumn(Set<Fact> facts) {
        var counts = new TreeMap<String, Integer>();
        facts.forEach(fact -> counts.merge(COLUMNS.getOrDefault(fact.kind(), fact.kind()), 1, Integer::sum));
        return counts;
    }
}
