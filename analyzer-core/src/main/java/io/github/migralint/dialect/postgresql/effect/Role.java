package io.github.migralint.dialect.postgresql.effect;

import java.util.Locale;

/** The part that a relation plays in an operation. */
enum Role {
    /** What the statement, or this step of it, is about. */
    TABLE,
    /** All indexes of that table. */
    INDEXES,
    /** Partitions and children that the statement reaches from the table. */
    CHILDREN,
    /** Any relation, of whatever kind. */
    RELATION,
    /** One index. */
    INDEX,
    /** An index that the statement makes. */
    NEW_INDEX,
    /** A table that the statement makes. */
    NEW_TABLE,
    /** A view, plain or materialized, that the statement makes. */
    NEW_VIEW,
    /** A sequence that the statement makes. */
    NEW_SEQUENCE,
    /** A view, plain or materialized. */
    VIEW,
    /** A sequence. */
    SEQUENCE,
    /** The table that contains a partition, or that a child inherits from. */
    PARENT,
    /** An index of the parent that covers all its partitions. */
    PARENT_INDEX,
    /** A table that becomes, or was, part of another. */
    PARTITION,
    /** All indexes of that partition. */
    PARTITION_INDEXES,
    /** A partition of that partition. */
    SUBPARTITION,
    /** The default partition beside it. */
    DEFAULT_PARTITION,
    /** The table that a foreign key points at. */
    REFERENCED,
    /** The partitions of that table. */
    REFERENCED_PARTITION,
    /** All indexes of the table that a foreign key points at: planning the check opens them. */
    REFERENCED_INDEXES,
    /** The same of a partitioned table. */
    REFERENCED_PARTITIONED_INDEXES,
    /** The unique index that a foreign key relies on. */
    KEY_INDEX,
    /** A table with a foreign key to the table. */
    REFERENCING,
    /** All its indexes. */
    REFERENCING_INDEXES,
    /** A relation that is read. */
    SOURCE,
    /** All indexes of a relation that is read. */
    SOURCE_INDEXES,
    /** A relation that a query reads from end to end. */
    SCANNED;

    /** Its name in the table of facts: {@code default partition}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The role that the table of facts calls so. */
    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
