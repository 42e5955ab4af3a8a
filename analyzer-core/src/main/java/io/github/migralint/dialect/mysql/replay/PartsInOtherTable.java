package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import java.util.List;
import java.util.Map;

/**
 * Key parts in a table with copies of the columns.
 *
 * @param copies the copy of each column
 */
record PartsInOtherTable(Map<ObjectId, ObjectId> copies) {
    List<IndexPart> of(List<IndexPart> parts) {
        return parts.stream().map(this::of).toList();
    }

    private IndexPart of(IndexPart part) {
        return new IndexPart(
                part.column().map(this::copy),
                part.expression(),
                part.mentions().stream().map(this::copy).toList(),
                part.collation(),
                part.operatorClass(),
                part.descending(),
                part.prefixLength());
    }

    private ObjectId copy(ObjectId column) {
        return copies.getOrDefault(column, column);
    }
}
