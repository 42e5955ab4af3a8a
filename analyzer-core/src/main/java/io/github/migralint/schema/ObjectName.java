package io.github.migralint.schema;

/**
 * The name of an object with the schema it lives in.
 *
 * @param schema the schema, as stored
 * @param name the name, as stored
 */
public record ObjectName(String schema, String name) implements Comparable<ObjectName> {
    @Override
    public int compareTo(ObjectName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    /** Schema and name joined by a dot, unquoted. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}
