package io.github.migralint.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What operations of an engine cost, read from the {@code effects.tsv} beside a dialect: one row per operation and range
 * of major versions.
 */
public final class FactTable {
    private static final List<String> HEADER =
            List.of("operation", "since", "until", "locks", "work", "transaction", "evidence");

    private final Map<String, List<Fact>> facts;

    private FactTable(Map<String, List<Fact>> facts) {
        this.facts = facts;
    }

    /** Work done on the relations of one role. */
    public enum Verb {
        /** Every row is read. */
        SCAN,
        /** New storage is written from the old. */
        REWRITE,
        /** New, empty storage replaces the old. */
        EMPTY,
        /** A new index is built. */
        BUILD,
        /** An existing index is built again. */
        REBUILD
    }

    /**
     * One piece of work.
     *
     * @param verb what is done
     * @param role the role of the relations it is done to
     */
    public record Task(Verb verb, String role) {}

    /**
     * What one operation costs in a range of versions.
     *
     * @param operation the operation
     * @param since first major version
     * @param until last major version; none for up to the newest
     * @param locks lock mode by role, in the words of the engine's manual
     * @param work the work done
     * @param inTransaction whether it is allowed inside a transaction block
     * @param evidence where the facts come from
     */
    public record Fact(
            String operation,
            int since,
            Optional<Integer> until,
            Map<String, String> locks,
            List<Task> work,
            boolean inTransaction,
            String evidence) {
        /** Whether it holds in a version. */
        public boolean holdsIn(Version version) {
            return since <= version.major()
                    && until.map(last -> version.major() <= last).orElse(true);
        }
    }

    /** Reads the table that lies beside a class. */
    public static FactTable read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not beside " + beside.getName());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table from text: a header, then rows of tab-separated cells; lines that begin with # are remarks. */
    public static FactTable parse(String text) {
        var facts = new LinkedHashMap<String, List<Fact>>();
        boolean headerSeen = false;
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (!headerSeen) {
                require(cells.equals(HEADER), line);
                headerSeen = true;
                continue;
            }
            require(cells.size() == HEADER.size(), line);
            Fact fact = fact(cells);
            facts.computeIfAbsent(fact.operation(), name -> new ArrayList<>()).add(fact);
        }
        return new FactTable(facts);
    }

    private static Fact fact(List<String> cells) {
        require(cells.get(5).equals("allowed") || cells.get(5).equals("forbidden"), String.join(" ", cells));
        return new Fact(
                cells.get(0),
                Integer.parseInt(cells.get(1)),
                cells.get(2).isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(cells.get(2))),
                locks(cells.get(3)),
                work(cells.get(4)),
                cells.get(5).equals("allowed"),
                cells.get(6));
    }

    private static Map<String, String> locks(String cell) {
        var locks = new LinkedHashMap<String, String>();
        for (String lock : parts(cell)) {
            int colon = lock.indexOf(": ");
            require(colon > 0, cell);
            locks.put(lock.substring(0, colon), lock.substring(colon + 2));
        }
        return locks;
    }

    private static List<Task> work(String cell) {
        return parts(cell).stream().map(FactTable::task).toList();
    }

    private static Task task(String text) {
        int blank = text.indexOf(' ');
        require(blank > 0, text);
        return new Task(
                Verb.valueOf(text.substring(0, blank).toUpperCase(java.util.Locale.ROOT)), text.substring(blank + 1));
    }

    private static List<String> parts(String cell) {
        return cell.equals("none") ? List.of() : List.of(cell.split(", "));
    }

    private static void require(boolean condition, String where) {
        if (!condition) {
            throw new IllegalStateException("not a row of facts: " + where);
        }
    }

    /** The operations, in the order of the table. */
    public List<String> operations() {
        return List.copyOf(facts.keySet());
    }

    /** All rows of an operation. */
    public List<Fact> rows(String operation) {
        return facts.getOrDefault(operation, List.of());
    }

    /** What an operation costs in a version. */
    public Fact fact(String operation, Version version) {
        return rows(operation).stream()
                .filter(fact -> fact.holdsIn(version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no fact for " + operation + " in " + version));
    }
}
