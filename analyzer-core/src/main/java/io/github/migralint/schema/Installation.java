package io.github.migralint.schema;

import java.util.List;
import java.util.Set;

/**
 * What a server has before the first statement of a history.
 *
 * @param schemas the schemas that a new database has for its users
 * @param searchPath where unqualified names are looked up by default
 * @param temporarySchema the schema of temporary relations, looked into first
 * @param systemSchemas schemas of the server itself, whose contents no history shows
 * @param types names of the types that the server brings
 */
public record Installation(
        List<String> schemas,
        List<String> searchPath,
        String temporarySchema,
        Set<String> systemSchemas,
        Set<String> types) {
    public Installation {
        schemas = List.copyOf(schemas);
        searchPath = List.copyOf(searchPath);
        systemSchemas = Set.copyOf(systemSchemas);
        types = Set.copyOf(types);
    }
}
