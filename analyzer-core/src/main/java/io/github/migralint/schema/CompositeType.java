package io.github.migralint.schema;

import java.util.List;

/**
 * A composite type.
 *
 * @param id its identity
 * @param name its present name
 * @param attributes its attributes
 * @param origin where it was created
 */
public record CompositeType(ObjectId id, ObjectName name, List<Column> attributes, Origin origin) implements UserType {
    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    /** The same with another name. */
    public CompositeType withName(ObjectName newName) {
        return new CompositeType(id, newName, attributes, origin);
    }

    /** The same with other attributes. */
    public CompositeType withAttributes(List<Column> newAttributes) {
        return new CompositeType(id, name, newAttributes, origin);
    }
}
