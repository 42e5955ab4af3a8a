package io.github.migralint.dialect.postgresql.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What extensions bring, by name. */
final class ExtensionMembers {
    private static final String TABLE = "/io/github/migralint/dialect/postgresql/evaluation/extension-members.tsv";

    private ExtensionMembers() {}

    /** The kinds of members that are told apart. */
    enum Kind {
        TYPE,
        FUNCTION,
        RELATION
    }

    private record Key(String extension, Kind kind) {}

    /** Read only when somebody asks. */
    private static final class Holder {
        private static final Map<Key, Set<String>> MEMBERS = read();
    }

    /** The names of its members of a kind; none where nobody has looked. */
    static Optional<Set<String>> of(String extension, Kind kind) {
        return Optional.ofNullable(Holder.MEMBERS.get(new Key(extension, kind)));
    }

    private static Map<Key, Set<String>> read() {
        try (InputStream table = ExtensionMembers.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("missing " + TABLE);
            }
            var members = new HashMap<Key, Set<String>>();
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, members));
            return members;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line, Map<Key, Set<String>> members) {
        List<String> cells = List.of(line.split("\t", -1));
        for (Kind kind : Kind.values()) {
            Set<String> names = members.computeIfAbsent(new Key(cells.get(0), kind), key -> new HashSet<>());
            if (cells.get(1).equals(kind.name().toLowerCase(Locale.ROOT))) {
                names.addAll(List.of(cells.get(2).split(" ", -1)));
            }
        }
    }
}
