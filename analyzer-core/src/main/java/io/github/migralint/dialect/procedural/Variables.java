package io.github.migralint.dialect.procedural;

import java.util.Optional;

/** The variables of a procedural block while it runs. */
public interface Variables {
    /** No variables. */
    Variables NONE = name -> Optional.empty();

    /** The value of a variable, folded; {@link Value#UNKNOWN} for one that may be anything, empty if there is none. */
    Optional<Value> value(String name);
}
