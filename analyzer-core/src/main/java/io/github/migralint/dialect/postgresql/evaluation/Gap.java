package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;

/**
 * Objects that may be there although the history does not show them.
 *
 * @param schemaName the schema they are in
 * @param names what their names may be
 */
record Gap(Datum schemaName, Possibility names) {
    /** Their name. */
    Datum name() {
        return new Datum(Value.UNKNOWN, "name", names);
    }

    /** Whether they are the server's own. */
    boolean isSystem() {
        return schemaName.value() instanceof Value.Text(String schema) && SystemRelations.isSchema(schema);
    }

    /** The namespace they are in, by its oid. */
    Datum namespace() {
        return schemaName.value() instanceof Value.Text(String text)
                ? Datum.of(new Value.Reference("pg_namespace", text, false), "oid")
                : new Datum(
                        Value.UNKNOWN,
                        "oid",
                        Possibility.objects(r -> schemaName.possibility().may(new Value.Text(r.key()))));
    }

    /** They themselves, by their oids: none of the objects that are known. */
    static Datum identity() {
        return new Datum(Value.UNKNOWN, "oid", Possibility.objects(reference -> !References.isOwn(reference)));
    }
}
