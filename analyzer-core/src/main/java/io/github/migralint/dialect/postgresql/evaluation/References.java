package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.ObjectId;
import java.util.Optional;

/** The identities by which objects of the catalogs are told apart. */
final class References {
    private static final String OWN = "#";

    private References() {}

    /** An object of the history. */
    static Value.Reference to(String catalog, ObjectId id, boolean named) {
        return new Value.Reference(catalog, OWN + id.value(), named);
    }

    /** A relation of pg_catalog. */
    static Value.Reference systemRelation(String name) {
        return new Value.Reference("pg_class", name, true);
    }

    /** The identity of an object of the history, if it is one. */
    static Optional<ObjectId> id(Value.Reference reference) {
        return isOwn(reference)
                ? Optional.of(new ObjectId(Integer.parseInt(reference.key().substring(OWN.length()))))
                : Optional.empty();
    }

    /** Whether the history made it. */
    static boolean isOwn(Value.Reference reference) {
        return reference.key().startsWith(OWN);
    }

    /** The name of a relation of pg_catalog. */
    static Optional<String> systemName(Value.Reference reference) {
        return isOwn(reference) ? Optional.empty() : Optional.of(reference.key());
    }
}
