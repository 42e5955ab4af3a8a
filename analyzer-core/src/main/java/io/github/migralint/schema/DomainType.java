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

    /** The same with another name. */
    public DomainType withName(ObjectName newName) {
        return new DomainType(id, newName, base, notNull, defaultValue, checks, collation, origin);
    }

    /** The same with another nullability. */
    public DomainType withNotNull(boolean newNotNull) {
        return new DomainType(id, name, base, newNotNull, defaultValue, checks, collation, origin);
    }

    /** The same with another default. */
    public DomainType withDefaultValue(Optional<DefaultValue> newDefaultValue) {
        return new DomainType(id, name, base, notNull, newDefaultValue, checks, collation, origin);
    }

    /** The same with other checks. */
    public DomainType withChecks(List<Constraint> newChecks) {
        return new DomainType(id, name, base, notNull, defaultValue, newChecks, collation, origin);
    }

    /** The same with another base. */
    public DomainType withBase(DataType newBase) {
        return new DomainType(id, name, newBase, notNull, defaultValue, checks, collation, origin);
    }
}
