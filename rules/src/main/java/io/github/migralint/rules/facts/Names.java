package io.github.migralint.rules.facts;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.ObjectName;

/** Compares the names of statements that lie apart, of which some say the schema and some leave it out. */
public final class Names {
    private Names() {}

    /** Whether two names may be those of one object: they are equal, or one of them leaves the schema out. */
    public static boolean same(QualifiedName one, QualifiedName other) {
        return one.name().equals(other.name())
                && (one.schema().isEmpty()
                        || other.schema().isEmpty()
                        || one.schema().equals(other.schema()));
    }

    /** The same for an object that the history knows. */
    public static boolean same(QualifiedName name, ObjectName object) {
        return name.name().equals(object.name())
                && name.schema()
                        .filter(schema -> !schema.equals(object.schema()))
                        .isEmpty();
    }
}
