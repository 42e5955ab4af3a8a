package io.github.migralint.schema;

/**
 * A base, range or shell type.
 *
 * @param id its identity
 * @param name its present name
 * @param range whether it is a range type
 * @param origin where it was created
 */
public record OtherType(ObjectId id, ObjectName name, boolean range, Origin origin) implements UserType {
    /** The same with another name. */
    public OtherType withName(ObjectName newName) {
        return new OtherType(id, newName, range, origin);
    }
}
