package io.github.migralint.dialect.postgresql.effect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The casts between built-in types, from {@code casts.tsv}. */
final class CastTable {
    /** How far a cast happens by itself. */
    enum Allowed {
        IMPLICIT,
        ASSIGNMENT,
        EXPLICIT
    }

    /**
     * One cast.
     *
     * @param relabels whether the stored bytes stay as they are
     * @param allowed how far it happens by itself
     */
    record Cast(boolean relabels, Allowed allowed) {}

    private static final Set<String> STRINGS = Set.of("text", "varchar", "bpchar", "name", "citext");

    private final Map<String, Cast> casts = new HashMap<>();
    private final Set<String> types = new java.util.HashSet<>();

    private CastTable() {}

    private static final class Holder {
        static final CastTable TABLE = load();
    }

    /** The table. */
    static CastTable get() {
        return Holder.TABLE;
    }

    private static CastTable load() {
        var table = new CastTable();
        InputStream in = CastTable.class.getResourceAsStream("casts.tsv");
        if (in == null) {
            throw new IllegalStateException("casts.tsv is missing");
        }
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("source\t"))
                    .map(line -> line.split("\t", -1))
                    .forEach(table::put);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void put(String[] cells) {
        casts.put(
                cells[0] + " " + cells[1],
                new Cast(cells[2].equals("relabel"), Allowed.valueOf(cells[3].toUpperCase(java.util.Locale.ROOT))));
        types.add(cells[0]);
        types.add(cells[1]);
    }

    /** The cast from one type to another, if there is one. */
    Optional<Cast> cast(String from, String to) {
        return Optional.ofNullable(casts.get(from + " " + to));
    }

    /** Whether the type is one of those the table speaks of, or a string. */
    boolean knows(String type) {
        return types.contains(type) || STRINGS.contains(type);
    }

    static boolean isString(String type) {
        return STRINGS.contains(type);
    }
}
