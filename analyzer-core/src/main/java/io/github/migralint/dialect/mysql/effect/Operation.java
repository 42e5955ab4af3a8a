package io.github.migralint.dialect.mysql.effect;

import java.util.EnumSet;
import java.util.Set;

/** Something that a clause asks the server to do to a table; what it costs in a version is a row of the table of facts. */
enum Operation {
    ADD_COLUMN,
    ADD_COLUMN_BETWEEN,
    ADD_COLUMN_COMPUTED,
    ADD_COLUMN_PER_ROW,
    ADD_COLUMN_CHECKED,
    ADD_KEYED_COLUMN,
    ADD_COUNTING_COLUMN,
    ADD_VIRTUAL_COLUMN,
    ADD_INDEXED_VIRTUAL_COLUMN,
    ADD_KEYED_VIRTUAL_COLUMN,
    COMBINE_VIRTUAL_COLUMN,
    SHIFT_VIRTUAL_COLUMN,
    ADD_STORED_COLUMN,
    DROP_COLUMN,
    DROP_INDEXED_COLUMN,
    DROP_COLUMN_OF_INDEX,
    DROP_VIRTUAL_COLUMN,
    RENAME_COLUMN,
    RENAME_REFERENCED_COLUMN,
    MOVE_COLUMN,
    MOVE_VIRTUAL_COLUMN,
    MOVE_COLUMN_WITH_NEW,
    DESCRIBE_COLUMN,
    SET_NOT_NULL,
    SET_NOT_NULL_BESIDE_GENERATED,
    DROP_NOT_NULL,
    CHANGE_TYPE,
    EXTEND_STRING,
    EXTEND_STRING_LENGTH_BYTES,
    APPEND_MEMBERS,
    WIDEN_CHARSET,
    WIDEN_CHARSET_OF_INDEX,
    CHANGE_COLLATION,
    CHANGE_COLLATION_OF_INDEX,
    CHANGE_VIRTUAL_EXPRESSION,
    CHANGE_STORED_EXPRESSION,
    SET_COLUMN_VISIBILITY,
    START_COUNTING,
    STOP_COUNTING,
    ADD_INDEX,
    ADD_FUNCTIONAL_INDEX,
    ADD_FIRST_FULLTEXT_INDEX,
    ADD_FULLTEXT_INDEX,
    ADD_FULLTEXT_INDEXES,
    ADD_SPATIAL_INDEX,
    DROP_INDEX,
    RENAME_INDEX,
    SET_INDEX_VISIBILITY,
    RECREATE_INDEX,
    ADD_PRIMARY_KEY,
    DROP_PRIMARY_KEY,
    REPLACE_PRIMARY_KEY,
    ADD_FOREIGN_KEY,
    ADD_FOREIGN_KEY_UNCHECKED,
    ADD_FOREIGN_KEY_UNCHECKED_WITH_INDEX,
    DROP_FOREIGN_KEY,
    ADD_CHECK,
    ADD_CHECK_UNENFORCED,
    DROP_CHECK,
    ENFORCE_CHECK,
    RELAX_CHECK,
    RENAME_TABLE,
    REBUILD_TABLE,
    CHANGE_ENGINE,
    SET_TABLE_OPTION,
    SET_ENCRYPTION,
    CONVERT_CHARSET,
    CONVERT_NOTHING,
    CONVERT_WIDER_CHARSET,
    CONVERT_WIDER_CHARSET_OF_INDEX,
    ORDER_ROWS,
    CHANGE_VERSIONING,
    REBUILD_WITH_FULLTEXT,
    DESCRIBE_OTHER_ENGINE,
    CHANGE_OTHER_ENGINE,
    COPY_TABLE,
    PARTITION_TABLE,
    REMOVE_PARTITIONING,
    ADD_PARTITION,
    ADD_HASH_PARTITION,
    DROP_PARTITION,
    COALESCE_PARTITION,
    REORGANIZE_PARTITION,
    REBUILD_PARTITION,
    TRUNCATE_PARTITION,
    EXCHANGE_PARTITION,
    MAINTAIN_PARTITION,
    MOVE_PARTITION_TABLESPACE,
    CONVERT_PARTITION;

    /** Operations that read every row to make an index of it. */
    private static final Set<Operation> INDEX_BUILDS = EnumSet.of(
            ADD_KEYED_COLUMN,
            ADD_INDEXED_VIRTUAL_COLUMN,
            ADD_KEYED_VIRTUAL_COLUMN,
            ADD_INDEX,
            ADD_FUNCTIONAL_INDEX,
            ADD_FIRST_FULLTEXT_INDEX,
            ADD_FULLTEXT_INDEX,
            ADD_FULLTEXT_INDEXES,
            ADD_SPATIAL_INDEX,
            ADD_FOREIGN_KEY_UNCHECKED_WITH_INDEX);

    /** Operations after which a row is stored otherwise than before: the server notes it, or writes every row. */
    private static final Set<Operation> ROW_LAYOUTS =
            EnumSet.of(ADD_COLUMN, ADD_COLUMN_BETWEEN, ADD_COLUMN_COMPUTED, ADD_COLUMN_CHECKED, DROP_COLUMN);

    /** Operations on columns of which no row stores a value. */
    private static final Set<Operation> VIRTUAL = EnumSet.of(ADD_VIRTUAL_COLUMN, DROP_VIRTUAL_COLUMN);

    /** Operations that only say something else about a table, whatever its engine. */
    private static final Set<Operation> DESCRIPTIONS = EnumSet.of(
            RENAME_COLUMN,
            RENAME_REFERENCED_COLUMN,
            DESCRIBE_COLUMN,
            SET_COLUMN_VISIBILITY,
            RENAME_INDEX,
            SET_INDEX_VISIBILITY,
            DROP_CHECK,
            RELAX_CHECK,
            CONVERT_NOTHING);

    boolean buildsIndex() {
        return INDEX_BUILDS.contains(this);
    }

    boolean changesRowLayout() {
        return ROW_LAYOUTS.contains(this);
    }

    boolean isVirtual() {
        return VIRTUAL.contains(this);
    }

    boolean onlyDescribes() {
        return DESCRIPTIONS.contains(this);
    }

    boolean isOfPartitions() {
        return compareTo(PARTITION_TABLE) >= 0;
    }
}
