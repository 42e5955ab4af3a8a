package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;

/** Who needs an object. */
final class Dependence {
    private Dependence() {}

    /** Whether a default other than that of the owning column takes values from a sequence. */
    static boolean usedByOthers(Schema schema, Sequence sequence, Table owner, Column column) {
        return schema.tablesTakingFrom(sequence.id()).stream()
                .anyMatch(table -> table.columns().stream()
                        .filter(other ->
                                !(table.id().equals(owner.id()) && other.id().equals(column.id())))
                        .anyMatch(other -> takesFrom(other, sequence)));
    }

    /** Whether the default of a column takes values from a sequence. */
    static boolean takesFrom(Column column, Sequence sequence) {
        return column.defaultValue()
                .filter(value -> value.uses().contains(sequence.id()))
                .isPresent();
    }
}
