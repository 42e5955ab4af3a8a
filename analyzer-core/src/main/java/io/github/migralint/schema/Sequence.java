package io.github.migralint.schema;

import java.util.Optional;

/**
 * A sequence.
 *
 * @param id its identity
 * @param name its present name
 * @param type {@code int2}, {@code int4} or {@code int8}
 * @param ownerTable the table of the column it belongs to
 * @param ownerColumn the column it belongs to
 * @param identity whether it is that of an identity column
 * @param origin where it was created
 */
public record Sequence(
        ObjectId id,
        ObjectName name,
        String type,
        Optional<ObjectId> ownerTable,
        Optional<ObjectId> ownerColumn,
        boolean identity,
        Origin origin)
        implements Relation {}
