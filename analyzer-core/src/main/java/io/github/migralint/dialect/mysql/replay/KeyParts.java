package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.dialect.mysql.Collation;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.TableDraft;
import java.util.List;
import java.util.Optional;

/** Key parts as an index has them. */
final class KeyParts {
    /** Of a value longer than this InnoDB indexes only the beginning. */
    private static final int LONGEST_PART_IN_BYTES = 3072;

    private final TableDraft table;
    private final Server server;

    KeyParts(TableDraft table, Server server) {
        this.table = table;
        this.server = server;
    }

    /** The parts of an index as written. */
    List<IndexPart> of(List<IndexElement> elements) {
        return elements.stream().map(this::part).toList();
    }

    /** Whole columns. */
    List<IndexPart> ofColumns(List<Identifier> columns) {
        return columns.stream()
                .map(name -> part(column(name), Optional.empty(), false))
                .toList();
    }

    private IndexPart part(IndexElement element) {
        if (element.expression().isPresent()) {
            List<ObjectId> mentions =
                    Mentions.columns(element.expression().get().tokens(), table.columns());
            return new IndexPart(
                    Optional.empty(),
                    element.expression(),
                    mentions,
                    Optional.empty(),
                    Optional.empty(),
                    isDescending(element));
        }
        return part(element.column().flatMap(this::column), element.prefixLength(), isDescending(element));
    }

    private boolean isDescending(IndexElement element) {
        return element.descending() && (server.isMysqlFrom(8, 0, 0) || server.isMariadbFrom(10, 8));
    }

    private Optional<ObjectId> column(Identifier name) {
        return table.column(name.value()).map(Column::id);
    }

    private static IndexPart part(Optional<ObjectId> column, Optional<Integer> prefix, boolean descending) {
        return new IndexPart(
                column,
                Optional.empty(),
                column.stream().toList(),
                Optional.empty(),
                Optional.empty(),
                descending,
                prefix);
    }

    /** A key with what the present types of its columns make of its prefixes. */
    Key fitted(Key key) {
        return key.withParts(key.parts().stream()
                .map(part -> part.column().isPresent() ? fitted(part, key) : part)
                .toList());
    }

    private IndexPart fitted(IndexPart part, Key key) {
        Optional<Column> column = part.column()
                .flatMap(id ->
                        table.columns().stream().filter(c -> c.id().equals(id)).findFirst());
        Optional<DataType> type = column.flatMap(Column::type);
        if (type.isEmpty()) {
            return part;
        }
        Optional<Integer> prefix = key.isOrdered() && ColumnTypes.mayHavePrefix(type.get())
                ? prefix(part, key, column.get(), type.get())
                : Optional.empty();
        return part(part.column(), prefix, part.descending());
    }

    /** A prefix of all that there is is none; what is too long for a key gets one, where nothing must be unique. */
    private Optional<Integer> prefix(IndexPart part, Key key, Column column, DataType type) {
        Optional<Integer> length = ColumnTypes.length(type);
        Optional<Integer> written = part.prefixLength()
                .filter(prefix -> length.map(all -> prefix < all).orElse(true));
        boolean shortened =
                written.isEmpty() && server.isMariadb() && !key.kind().isUnique() && isInnodb();
        if (!shortened) {
            return written;
        }
        int bytes = column.traits().charset().map(Collation::bytesPerCharacter).orElse(1);
        int longest = LONGEST_PART_IN_BYTES / bytes;
        boolean fits = length.map(all -> all <= longest).orElse(!ColumnTypes.isLarge(type));
        return fits ? Optional.empty() : Optional.of(longest);
    }

    private boolean isInnodb() {
        return table.options().getOrDefault("engine", "innodb").equalsIgnoreCase("innodb");
    }
}
