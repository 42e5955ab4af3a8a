package io.github.migralint.schema;

import java.util.Optional;

/**
 * A column of a table or view.
 *
 * @param id its identity
 * @param name its present name
 * @param type its type; none when the history does not tell
 * @param notNull whether it refuses NULL
 * @param defaultValue its default
 * @param identity its identity property
 * @param generated how it is computed
 * @param collation its collation, where it was said
 * @param origin where it was created
 * @param typeOrigin where it got its present type
 */
public record Column(
        ObjectId id,
        String name,
        Optional<DataType> type,
        boolean notNull,
        Optional<DefaultValue> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> collation,
        Origin origin,
        Origin typeOrigin) {}
