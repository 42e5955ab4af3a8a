package io.github.migralint.schema;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What an object needs of other objects: the edges along which secondary questions are answered. */
final class Ties {
    private Ties() {}

    /** Identities of the objects that {@code object} refers to, its own columns left out. */
    static Set<ObjectId> of(SchemaObject object) {
        var ties = new LinkedHashSet<ObjectId>();
        switch (object) {
            case Table table -> ofTable(table, ties);
            case Index index -> ties.add(index.table());
            case View view -> {
                ties.addAll(view.reads());
                view.columns().forEach(column -> ofType(column.type(), ties));
            }
            case Sequence sequence -> sequence.ownerTable().ifPresent(ties::add);
            case EnumType ignored -> {}
            case OtherType ignored -> {}
            case DomainType domain -> domain.base().userType().ifPresent(ties::add);
            case CompositeType composite -> composite.attributes().forEach(attribute -> ofType(attribute.type(), ties));
            case Routine routine -> ties.addAll(routine.reads());
            case CatalogObject other -> {
                ties.addAll(other.on());
                ties.addAll(other.reads());
            }
        }
        return ties;
    }

    private static void ofTable(Table table, Set<ObjectId> ties) {
        for (Column column : table.columns()) {
            ofType(column.type(), ties);
            column.defaultValue().ifPresent(value -> ties.addAll(value.uses()));
        }
        for (Constraint constraint : table.constraints()) {
            constraint.foreignKey().flatMap(ForeignKey::table).ifPresent(ties::add);
        }
        for (Policy policy : table.policies()) {
            ties.addAll(policy.uses());
        }
        for (Trigger trigger : table.triggers()) {
            trigger.function().ifPresent(ties::add);
        }
        table.partitionOf().ifPresent(membership -> ties.add(membership.parent()));
        ties.addAll(table.inherits());
        table.ofType().ifPresent(ties::add);
    }

    private static void ofType(Optional<DataType> type, Set<ObjectId> ties) {
        type.flatMap(DataType::userType).ifPresent(ties::add);
    }
}
