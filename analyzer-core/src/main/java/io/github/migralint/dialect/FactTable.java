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
import java.util.function.Function;

/**
 * What operations of an engine cost, read from the {@code effects.tsv} beside a dialect: one row per operation and range
 * of versions. Every table has the columns {@code operation}, {@code since}, {@code until} and {@code evidence}; what the
 * others mean is the affair of the dialect.
 *
 * @param <C> what a dialect says of an operation
 */
public final class FactTable<C> {
    private final Map<String, List<Fact<C>>> facts;

    private FactTable(Map<String, List<Fact<C>>> facts) {
        this.facts = facts;
    }

    /**
     * One row before a dialect has read its own columns.
     *
     * @param cells by column
     */
    public record Row(Map<String, String> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** The cell of a column. */
        public String cell(String column) {
            return Optional.ofNullable(cells.get(column))
                    .orElseThrow(() -> new IllegalStateException("no column " + column));
        }

        /** The parts of a cell that holds a list; {@code none} for an empty one. */
        public List<String> list(String column) {
            String cell = cell(column);
            return cell.equals("none") ? List.of() : List.of(cell.split(", "));
        }
    }

    /**
     * A version as a table writes it: what it leaves out may be anything.
     *
     * @param version the version
     * @param parts how many of its parts are written
     */
    public record Until(Version version, int parts) {
        static Until parse(String text) {
            Version version = parsed(text);
            return new Until(version, (int) text.chars().filter(c -> c == '.').count() + 1);
        }

        /** Whether a version is this one or earlier, as far as it is written. */
        public boolean includes(Version other) {
            var known = new Version(other.major(), parts > 1 ? other.minor() : 0, parts > 2 ? other.patch() : 0);
            return known.compareTo(version) <= 0;
        }
    }

    /**
     * What one operation costs in a range of versions.
     *
     * @param operation the operation
     * @param since first version
     * @param until last version; none for up to the newest
     * @param cost what the dialect says of it
     * @param evidence where the facts come from
     * @param <C> what a dialect says of an operation
     */
    public record Fact<C>(String operation, Version since, Optional<Until> until, C cost, String evidence) {
        /** Whether it holds in a version. */
        public boolean holdsIn(Version version) {
            return since.compareTo(version) <= 0
                    && until.map(last -> last.includes(version)).orElse(true);
        }
    }

    /**
     * Reads the table that lies beside a class.
     *
     * @param reader reads the columns of the dialect; nothing for a row that is left out
     */
    public static <C> FactTable<C> read(Class<?> beside, String resource, Function<Row, Optional<C>> reader) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not beside " + beside.getName());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table from text: a header, then rows of tab-separated cells; lines that begin with # are remarks. */
    public static <C> FactTable<C> parse(String text, Function<Row, Optional<C>> reader) {
        var facts = new LinkedHashMap<String, List<Fact<C>>>();
        List<String> header = List.of();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (header.isEmpty()) {
                require(cells.containsAll(List.of("operation", "since", "until", "evidence")), line);
                header = cells;
                continue;
            }
            require(cells.size() == header.size(), line);
            Row row = row(header, cells);
            reader.apply(row).ifPresent(cost -> {
                Fact<C> fact = fact(row, cost);
                facts.computeIfAbsent(fact.operation(), name -> new ArrayList<>())
                        .add(fact);
            });
        }
        require(!header.isEmpty(), "no header");
        return new FactTable<>(facts);
    }

    private static Row row(List<String> header, List<String> cells) {
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            named.put(header.get(i), cells.get(i));
        }
        return new Row(named);
    }

    private static <C> Fact<C> fact(Row row, C cost) {
        String until = row.cell("until");
        return new Fact<>(
                row.cell("operation"),
                parsed(row.cell("since")),
                until.isEmpty() ? Optional.empty() : Optional.of(Until.parse(until)),
                cost,
                row.cell("evidence"));
    }

    private static Version parsed(String text) {
        return Version.parse(text).orElseThrow(() -> new IllegalStateException("not a version: " + text));
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
    public List<Fact<C>> rows(String operation) {
        return facts.getOrDefault(operation, List.of());
    }

    /** What an operation costs in a version, if the table says so. */
    public Optional<Fact<C>> find(String operation, Version version) {
        return rows(operation).stream().filter(fact -> fact.holdsIn(version)).findFirst();
    }

    /** What an operation costs in a version. */
    public Fact<C> fact(String operation, Version version) {
        return find(operation, version)
                .orElseThrow(() -> new IllegalStateException("no fact for " + operation + " in " + version));
    }
}
