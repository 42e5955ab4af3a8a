package io.github.migralint.schema;

import java.util.List;

/**
 * An enum.
 *
 * @param id its identity
 * @param name its present name
 * @param labels in order
 * @param origin where it was created
 */
public record EnumType(ObjectId id, ObjectName name, List<String> labels, Origin origin) implements UserType {
    public EnumType {
        labels = List.copyOf(labels);
    }

    /** The same with another name. */
    public EnumType withName(ObjectName newName) {
        return new EnumType(id, newName, labels, origin);
    }

    /** The same with other labels. */
    public EnumType withLabels(List<String> newLabels) {
        return new EnumType(id, name, newLabels, origin);
    }
}
