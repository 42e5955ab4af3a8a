package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** An action of {@link AlterTable} that only MySQL and MariaDB have. */
public sealed interface MysqlAction extends AlterAction {
    /**
     * {@code MODIFY} and {@code CHANGE}: a column is defined anew, and loses what is not said again.
     *
     * @param column the column
     * @param definition what it is from now on, its name included
     * @param ifExists whether it is skipped when the column is missing
     * @param position where it goes, unless it stays
     * @param span where it stands
     */
    record ModifyColumn(
            Identifier column,
            ColumnDefinition definition,
            boolean ifExists,
            Optional<ColumnPosition> position,
            Span span)
            implements MysqlAction {
        /** Whether the column gets another name; case makes no other one. */
        public boolean renames() {
            return !column.value().equalsIgnoreCase(definition.name().value());
        }
    }

    /**
     * {@code RENAME COLUMN}.
     *
     * @param column the column
     * @param newName its new name
     * @param ifExists whether it is skipped when the column is missing
     * @param span where it stands
     */
    record RenameColumn(Identifier column, Identifier newName, boolean ifExists, Span span) implements MysqlAction {}

    /**
     * {@code RENAME TO}.
     *
     * @param newName the new name of the table
     * @param span where it stands
     */
    record RenameTo(QualifiedName newName, Span span) implements MysqlAction {}

    /**
     * {@code ADD INDEX}, {@code ADD FULLTEXT}, {@code ADD SPATIAL}; a unique one is an {@link AlterAction.AddConstraint}.
     *
     * @param index the index
     * @param ifNotExists whether it is skipped when the index exists
     * @param span where it stands
     */
    record AddIndex(IndexDefinition index, boolean ifNotExists, Span span) implements MysqlAction {}

    /**
     * {@code DROP INDEX}.
     *
     * @param index the index
     * @param ifExists whether it is skipped when the index is missing
     * @param span where it stands
     */
    record DropIndex(Identifier index, boolean ifExists, Span span) implements MysqlAction {}

    /**
     * {@code RENAME INDEX}.
     *
     * @param index the index
     * @param newName its new name
     * @param ifExists whether it is skipped when the index is missing
     * @param span where it stands
     */
    record RenameIndex(Identifier index, Identifier newName, boolean ifExists, Span span) implements MysqlAction {}

    /**
     * {@code ALTER INDEX … INVISIBLE}, {@code IGNORED} and back.
     *
     * @param index the index
     * @param visible whether the planner uses it from now on
     * @param span where it stands
     */
    record SetIndexVisibility(Identifier index, boolean visible, Span span) implements MysqlAction {}

    /**
     * {@code ALTER COLUMN … SET INVISIBLE} and back.
     *
     * @param column the column
     * @param visible whether {@code SELECT *} shows it from now on
     * @param span where it stands
     */
    record SetColumnVisibility(Identifier column, boolean visible, Span span) implements MysqlAction {}

    /**
     * {@code CONVERT TO CHARACTER SET}.
     *
     * @param charset the character set; none for DEFAULT
     * @param collation the collation, where said
     * @param span where it stands
     */
    record ConvertCharset(Optional<String> charset, Optional<String> collation, Span span) implements MysqlAction {}

    /**
     * {@code FORCE}: the table is written anew as it is.
     *
     * @param span where it stands
     */
    record Rebuild(Span span) implements MysqlAction {}

    /**
     * {@code ORDER BY}: the rows are written anew in an order.
     *
     * @param columns the columns
     * @param span where it stands
     */
    record OrderRows(List<Identifier> columns, Span span) implements MysqlAction {
        public OrderRows {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A change of partitions.
     *
     * @param operation what is done
     * @param partitions the partitions that are named; none for {@code ALL} and for a number of them
     * @param definitions the partitions that are made
     * @param key how the table is partitioned from now on, for PARTITION BY
     * @param table the table that is exchanged or made
     * @param span where it stands
     */
    record ChangePartitions(
            Operation operation,
            List<Identifier> partitions,
            List<PartitionDefinition> definitions,
            Optional<PartitionKey> key,
            Optional<QualifiedName> table,
            Span span)
            implements MysqlAction {
        public ChangePartitions {
            partitions = List.copyOf(partitions);
            definitions = List.copyOf(definitions);
        }

        /** What is done to partitions. */
        public enum Operation {
            PARTITION_BY,
            REMOVE_PARTITIONING,
            ADD,
            DROP,
            TRUNCATE,
            COALESCE,
            REORGANIZE,
            EXCHANGE,
            REBUILD,
            OPTIMIZE,
            ANALYZE,
            CHECK,
            REPAIR,
            DISCARD_TABLESPACE,
            IMPORT_TABLESPACE,
            CONVERT_TO_TABLE,
            CONVERT_TABLE_TO
        }
    }
}
