package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import java.util.List;
import java.util.Optional;

/**
 * An index of a table while a statement makes or changes the table: one that was there, or one to be made.
 *
 * @param existing the index that was there
 * @param name its name, where it is given
 * @param kind what it is
 * @param method its access method
 * @param parts its key parts
 * @param visible whether the planner may use it
 * @param implicit whether the server makes it for a foreign key
 */
record Key(
        Optional<Index> existing,
        Optional<String> name,
        Key.Kind kind,
        String method,
        List<IndexPart> parts,
        boolean visible,
        boolean implicit) {
    Key {
        parts = List.copyOf(parts);
    }

    /** What an index is for. */
    enum Kind {
        PRIMARY,
        UNIQUE,
        PLAIN;

        boolean isUnique() {
            return this != PLAIN;
        }
    }

    /** The name of every primary key. */
    static final String PRIMARY_NAME = "PRIMARY";

    /** One that is to be made. */
    static Key of(Optional<String> name, Kind kind, String method, List<IndexPart> parts, boolean visible) {
        return new Key(
                Optional.empty(),
                kind == Kind.PRIMARY ? Optional.of(PRIMARY_NAME) : name,
                kind,
                method,
                parts,
                visible,
                false);
    }

    /** One that a foreign key needs. */
    static Key forForeignKey(Optional<String> name, List<IndexPart> parts) {
        return new Key(Optional.empty(), name, Kind.PLAIN, "btree", parts, true, true);
    }

    /** One that is there. */
    static Key of(Index index) {
        String name = index.name().name();
        Kind kind = name.equals(PRIMARY_NAME) ? Kind.PRIMARY : index.unique() ? Kind.UNIQUE : Kind.PLAIN;
        return new Key(
                Optional.of(index),
                Optional.of(name),
                kind,
                index.method(),
                index.parts(),
                index.visible(),
                index.implicit());
    }

    /** The same with other parts. */
    Key withParts(List<IndexPart> newParts) {
        return new Key(existing, name, kind, method, newParts, visible, implicit);
    }

    /** The same under another name; a name that somebody gave makes it nobody's helper. */
    Key renamed(String newName) {
        return new Key(existing, Optional.of(newName), kind, method, parts, visible, false);
    }

    /** The same with a name that the server made up. */
    Key named(String generated) {
        return new Key(existing, Optional.of(generated), kind, method, parts, visible, implicit);
    }

    /** The same, used by the planner or not. */
    Key withVisible(boolean newVisible) {
        return new Key(existing, name, kind, method, parts, newVisible, implicit);
    }

    boolean isNamed(String other) {
        return name.filter(other::equalsIgnoreCase).isPresent();
    }

    /** Whether rows are found through it in order: not one for words or places. */
    boolean isOrdered() {
        return method.equals("btree") || method.equals("hash");
    }

    /** Whether its parts are the first parts of another. */
    boolean isPrefixOf(Key other) {
        if (parts.size() > other.parts().size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            IndexPart one = parts.get(i);
            IndexPart two = other.parts().get(i);
            boolean same = one.column().isPresent()
                    && one.column().equals(two.column())
                    && one.prefixLength().equals(two.prefixLength());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** The column of its first part. */
    Optional<ObjectId> firstColumn() {
        return parts.isEmpty() ? Optional.empty() : parts.getFirst().column();
    }
}
