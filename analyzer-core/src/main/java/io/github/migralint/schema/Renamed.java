package io.github.migralint.schema;

/** Gives any object another name; who else has to follow is the dialect's affair. */
public final class Renamed {
    private Renamed() {}

    /** The same object under another name. */
    public static SchemaObject to(SchemaObject object, ObjectName name) {
        return switch (object) {
            case Table table -> TableDraft.of(table).name(name).build();
            case Index index -> index.withName(name);
            case View view -> view.withName(name);
            case Sequence sequence -> sequence.withName(name);
            case EnumType type -> type.withName(name);
            case DomainType type -> type.withName(name);
            case CompositeType type -> type.withName(name);
            case OtherType type -> type.withName(name);
            case Routine routine -> routine.withName(name);
            case CatalogObject other -> other.withName(name);
        };
    }
}
