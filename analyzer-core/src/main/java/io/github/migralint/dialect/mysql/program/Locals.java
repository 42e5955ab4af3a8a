package io.github.migralint.dialect.mysql.program;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a program declares, all of its blocks taken together. */
final class Locals {
    private final Set<String> variables;
    private final Map<String, String> conditions = new HashMap<>();

    Locals(Collection<String> parameters) {
        this.variables = new HashSet<>(parameters);
    }

    void variable(String name) {
        variables.add(name);
    }

    boolean isVariable(String name) {
        return variables.contains(name);
    }

    /** A name for an error. */
    void condition(String name, String error) {
        conditions.put(name, error);
    }

    Optional<String> error(String condition) {
        return Optional.ofNullable(conditions.get(condition));
    }
}
