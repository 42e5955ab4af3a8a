package io.github.migralint.schema;

import java.util.List;
import java.util.Optional;

/**
 * A domain.
 *
 * @param id its identity
 * @param name its present name
 * @param base its base type
 * @param notNull whether it refuses NULL
 * @param defaultValue its default
 * @param checks its checks
 * @param collation its collation, where it was said
 * @param origin where it was created
 */
public record DomainType(
        ObjectId id,
        ObjectName name,
        DataType base,
        boolean notNull,
        Optional<DefaultValue> defaultValue,
        List<Constraint> checks,
        Optional<String> collation,
        Origin origin)
        implements UserType {
    public DomainType {
        checks = List.copyOf(checks);
    }
}
