package io.github.migralint.schema;

/** Anything with an identity that a statement can create, rename or drop. */
public sealed interface SchemaObject permits Relation, UserType, Routine, CatalogObject {
    /** Its identity. */
    ObjectId id();

    /** Its present name. */
    ObjectName name();

    /** Where it was created. */
    Origin origin();
}
