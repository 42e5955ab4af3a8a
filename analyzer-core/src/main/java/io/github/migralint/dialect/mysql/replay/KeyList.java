package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.TableDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The indexes of a table in the order in which the server takes them: those that are there, then those to be made. */
final class KeyList {
    private final List<Key> keys = new ArrayList<>();

    /** Adds one. */
    void add(Key key) {
        keys.add(key);
    }

    /** All of them. */
    List<Key> keys() {
        return List.copyOf(keys);
    }

    /** Whether one has that name. */
    boolean has(String name) {
        return keys.stream().anyMatch(key -> key.isNamed(name));
    }

    /** Removes the one of that name. */
    void remove(String name) {
        keys.removeIf(key -> key.isNamed(name));
    }

    /** Changes the one of that name. */
    void edit(String name, UnaryOperator<Key> edit) {
        keys.replaceAll(key -> key.isNamed(name) ? edit.apply(key) : key);
    }

    /** Changes all. */
    void editAll(UnaryOperator<Key> edit) {
        keys.replaceAll(edit);
    }

    /** Puts a column in place of another. */
    void replaceColumn(ObjectId old, ObjectId column) {
        var parts = new PartsInOtherTable(Map.of(old, column));
        keys.replaceAll(key -> key.withParts(parts.of(key.parts())));
    }

    /** Leaves out a column that goes: keys get narrower, and those of which nothing is left go too. */
    void withoutColumn(ObjectId column) {
        keys.replaceAll(key -> key.withParts(key.parts().stream()
                .filter(part -> !part.mentions().contains(column))
                .toList()));
        keys.removeIf(key -> key.parts().isEmpty());
    }

    /**
     * Lets go what the server makes for foreign keys where another index begins with the same columns; of two of those the
     * longer one stays, or the later one.
     */
    void dropRedundant() {
        // two keys may be equal in all their parts
        Set<Key> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            for (int j = 0; j < i; j++) {
                Key other = keys.get(j);
                if (!dropped.contains(other) && makesRedundant(key, other)) {
                    boolean laterGoes = !other.implicit()
                            || (key.implicit()
                                    && key.parts().size() < other.parts().size());
                    dropped.add(laterGoes ? key : other);
                    break;
                }
            }
        }
        keys.removeIf(dropped::contains);
    }

    /** Whether the one that has the name of a new key goes when that is made. */
    boolean givesWayTo(Key key) {
        return keys.stream()
                .filter(other -> key.name().filter(other::isNamed).isPresent())
                .allMatch(other -> other.implicit() && makesRedundant(key, other));
    }

    /** Whether one of two keys is made by the server and is the beginning of the other. */
    private static boolean makesRedundant(Key one, Key other) {
        if (!one.isOrdered() || !other.isOrdered() || (!one.implicit() && !other.implicit())) {
            return false;
        }
        boolean swap = one.implicit()
                ? other.implicit() && one.parts().size() > other.parts().size()
                : true;
        return swap ? other.isPrefixOf(one) : one.isPrefixOf(other);
    }

    /** Gives names to those without: that of the first column, with a number behind it where it is taken. */
    void nameAll(TableDraft table) {
        var taken = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            if (key.name().isEmpty()) {
                key = key.named(free(base(key, table), taken));
                keys.set(i, key);
            }
            key.name().ifPresent(taken::add);
        }
    }

    private static String base(Key key, TableDraft table) {
        Optional<String> column = key.firstColumn()
                .flatMap(id ->
                        table.columns().stream().filter(c -> c.id().equals(id)).findFirst())
                .map(Column::name);
        return column.orElse("functional_index");
    }

    private static String free(String base, List<String> taken) {
        boolean primary = base.equalsIgnoreCase(Key.PRIMARY_NAME);
        if (!primary && taken.stream().noneMatch(base::equalsIgnoreCase)) {
            return base;
        }
        int number = 2;
        while (true) {
            String name = base + "_" + number++;
            if (taken.stream().noneMatch(name::equalsIgnoreCase)) {
                return name;
            }
        }
    }
}
