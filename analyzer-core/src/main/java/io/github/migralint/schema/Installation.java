package io.github.migralint.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a server has before the first statement of a history.
 *
 * @param schemas the schemas that a new database has for its users
 * @param searchPath where unqualified names are looked up by default
 * @param temporarySchema the schema of temporary relations, looked into first
 * @param systemSchemas schemas of the server itself, whose contents no history shows
 * @param systemPrefix how the names of the server's own relations begin, where such need no schema before them
 * @param types names of the types that the server brings
 * @param assumed names of relations that are there although no statement makes them
 */
public record Installation(
        List<String> schemas,
        List<String> searchPath,
        String temporarySchema,
        Set<String> systemSchemas,
        Optional<String> systemPrefix,
        Set<String> types,
        Set<String> assumed) {
    public Installation {
        schemas = List.copyOf(schemas);
        searchPath = List.copyOf(searchPath);
        systemSchemas = Set.copyOf(systemSchemas);
        types = Set.copyOf(types);
        assumed = Set.copyOf(assumed);
    }

    /** The same with relations that somebody else than the history makes. */
    Installation withSearchPath(List<String> path) {
        return new Installation(schemas, path, temporarySchema, systemSchemas, systemPrefix, types, assumed);
    }

    Installation withAssumed(Set<String> relations) {
        return new Installation(schemas, searchPath, temporarySchema, systemSchemas, systemPrefix, types, relations);
    }
}
