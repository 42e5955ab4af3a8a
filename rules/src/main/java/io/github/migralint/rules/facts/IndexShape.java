package io.github.migralint.rules.facts;

import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import java.util.List;

/** Compares what indexes are good for. */
public final class IndexShape {
    private IndexShape() {}

    /** Whether every query that uses one index is served as well by another: it begins with the same key parts. */
    public static boolean serves(Index other, Index one) {
        return plain(one)
                && plain(other)
                && one.table().equals(other.table())
                && one.method().equals(other.method())
                && one.include().isEmpty()
                && one.parts().size() <= other.parts().size()
                && same(one.parts(), other.parts().subList(0, one.parts().size()));
    }

    /** Whether two indexes have the same key parts. */
    public static boolean alike(Index one, Index other) {
        return serves(other, one) && serves(one, other);
    }

    /** One of whole rows of a table, over columns, that can be walked in order. */
    private static boolean plain(Index index) {
        return index.valid()
                && index.method().equals("btree")
                && index.predicate().isEmpty()
                && !index.hasExpressions()
                && !index.parts().isEmpty();
    }

    private static boolean same(List<IndexPart> a, List<IndexPart> b) {
        for (int i = 0; i < a.size(); i++) {
            IndexPart one = a.get(i);
            IndexPart other = b.get(i);
            boolean alike = one.column().equals(other.column())
                    && one.collation().equals(other.collation())
                    && one.operatorClass().equals(other.operatorClass())
                    && one.descending() == other.descending()
                    && one.prefixLength().equals(other.prefixLength());
            if (!alike) {
                return false;
            }
        }
        return true;
    }
}
