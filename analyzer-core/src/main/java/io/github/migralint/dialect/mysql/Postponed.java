package io.github.migralint.dialect.mysql;

import java.util.ArrayList;
import java.util.List;

/**
 * The insides of groups that were stepped over. They are read one after the other, each in turn stepping over its own
 * groups, so that no depth of nesting needs a stack.
 */
final class Postponed {
    private record Stretch(int from, int to, Inside inside) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private int next;

    void add(int from, int to, Inside inside) {
        stretches.add(new Stretch(from, to, inside));
    }

    /** Forgets everything. */
    void clear() {
        stretches.clear();
        next = 0;
    }

    /** Reads everything, also what is added on the way. */
    void readAll(StatementTokens tokens) {
        while (next < stretches.size()) {
            Stretch stretch = stretches.get(next++);
            int before = tokens.narrowTo(stretch.from(), stretch.to());
            var cursor = new Cursor(tokens, stretch.from());
            InsideReader.read(cursor, stretch.inside());
            if (cursor.at() < stretch.to()) {
                throw cursor.expected(tokens.end(stretch.to()));
            }
            tokens.narrowTo(stretch.from(), before);
        }
        clear();
    }
}
