package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the keys of ORDER BY. */
final class OrderParser {
    private final Cursor cursor;
    private final TermParser terms;

    OrderParser(Cursor cursor, TermParser terms) {
        this.cursor = cursor;
        this.terms = terms;
    }

    List<QueryTree.Order> keys() {
        var keys = new ArrayList<QueryTree.Order>();
        do {
            keys.add(key());
        } while (cursor.acceptSymbol(","));
        return keys;
    }

    private QueryTree.Order key() {
        Term term = terms.term();
        if (cursor.isWord("using")) {
            throw new Unreadable("an order of its own");
        }
        boolean descending = cursor.accept("desc");
        cursor.accept("asc");
        Optional<Boolean> nullsFirst = Optional.empty();
        if (cursor.accept("nulls", "first")) {
            nullsFirst = Optional.of(true);
        } else if (cursor.accept("nulls", "last")) {
            nullsFirst = Optional.of(false);
        }
        return new QueryTree.Order(term, descending, nullsFirst);
    }
}
