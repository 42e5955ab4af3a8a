package io.github.migralint.dialect.mysql.catalog;

import java.util.Comparator;

/**
 * One thing that a catalog says.
 *
 * @param kind what it is about: {@code column}
 * @param object the relation or routine that it belongs to, with its database: {@code app.orders}
 * @param detail what is said of it
 */
record Fact(String kind, String object, String detail) implements Comparable<Fact> {
    private static final Comparator<Fact> ORDER =
            Comparator.comparing(Fact::kind).thenComparing(Fact::object).thenComparing(Fact::detail);

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return (kind + " " + object + " " + detail).strip();
    }
}
