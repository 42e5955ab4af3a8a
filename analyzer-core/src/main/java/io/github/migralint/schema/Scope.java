package io.github.migralint.schema;

import java.util.List;

/**
 * In what the objects of a schema live, and how far that is known.
 *
 * @param installation what was there before the history
 * @param complete whether unknown means absent
 * @param allUncertain whether anything may have changed
 * @param searchPath where unqualified names are looked up
 * @param schemaNames the schemas, each with its name
 * @param schemaCollations the default collation of schemas that have their own
 * @param extensionNames the extensions, each with its schema
 * @param uncertainNames names that something not understood mentions, each with itself
 * @param sessionValues what the session keeps under a name
 */
record Scope(
        Installation installation,
        boolean complete,
        boolean allUncertain,
        List<String> searchPath,
        PersistentMap<String, String> schemaNames,
        PersistentMap<String, String> schemaCollations,
        PersistentMap<String, String> extensionNames,
        PersistentMap<String, String> uncertainNames,
        PersistentMap<String, String> sessionValues) {
    Scope {
        searchPath = List.copyOf(searchPath);
    }

    static Scope initial(Installation installation, boolean complete) {
        PersistentMap<String, String> schemas = PersistentMap.empty();
        for (String schema : installation.schemas()) {
            schemas = schemas.with(schema, schema);
        }
        return new Scope(
                installation,
                complete,
                false,
                installation.searchPath(),
                schemas,
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty(),
                PersistentMap.empty());
    }

    Scope withInstallation(Installation other) {
        return new Scope(
                other,
                complete,
                allUncertain,
                searchPath,
                schemaNames,
                schemaCollations,
                extensionNames,
                uncertainNames,
                sessionValues);
    }

    Scope incomplete() {
        return new Scope(
                installation,
                false,
                allUncertain,
                searchPath,
                schemaNames,
                schemaCollations,
                extensionNames,
                uncertainNames,
                sessionValues);
    }

    Scope withSearchPath(List<String> path) {
        return new Scope(
                installation,
                complete,
                allUncertain,
                path,
                schemaNames,
                schemaCollations,
                extensionNames,
                uncertainNames,
                sessionValues);
    }

    Scope withSchemas(PersistentMap<String, String> schemas) {
        return new Scope(
                installation,
                complete,
                allUncertain,
                searchPath,
                schemas,
                schemaCollations,
                extensionNames,
                uncertainNames,
                sessionValues);
    }

    Scope withExtensions(PersistentMap<String, String> extensions) {
        return new Scope(
                installation,
                complete,
                allUncertain,
                searchPath,
                schemaNames,
                schemaCollations,
                extensions,
                uncertainNames,
                sessionValues);
    }

    Scope withUncertain(PersistentMap<String, String> names, boolean all) {
        return new Scope(
                installation,
                complete,
                all,
                searchPath,
                schemaNames,
                schemaCollations,
                extensionNames,
                names,
                sessionValues);
    }

    Scope withCollations(PersistentMap<String, String> collations) {
        return new Scope(
                installation,
                complete,
                allUncertain,
                searchPath,
                schemaNames,
                collations,
                extensionNames,
                uncertainNames,
                sessionValues);
    }

    Scope withSessionValues(PersistentMap<String, String> values) {
        return new Scope(
                installation,
                complete,
                allUncertain,
                searchPath,
                schemaNames,
                schemaCollations,
                extensionNames,
                uncertainNames,
                values);
    }
}
