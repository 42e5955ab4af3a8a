package io.github.migralint.schema;

import io.github.migralint.ast.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table.
 *
 * @param id its identity
 * @param name its present name
 * @param kind what it is
 * @param columns its columns in order; for CHECK those that it mentions
 * @param expression of CHECK
 * @param foreignKey of FOREIGN KEY
 * @param index the index behind UNIQUE, PRIMARY KEY and EXCLUDE
 * @param validated whether all rows were checked
 * @param enforced whether new rows are checked
 * @param deferrable whether its check may wait
 * @param noInherit whether children go without it
 * @param inherited whether it came from a parent and has no definition of its own
 * @param origin where it was created
 */
public record Constraint(
        ObjectId id,
        String name,
        Constraint.Kind kind,
        List<ObjectId> columns,
        Optional<Expression> expression,
        Optional<ForeignKey> foreignKey,
        Optional<ObjectId> index,
        boolean validated,
        boolean enforced,
        boolean deferrable,
        boolean noInherit,
        boolean inherited,
        Origin origin) {
    public Constraint {
        columns = List.copyOf(columns);
    }

    /** What a constraint is. */
    public enum Kind {
        CHECK,
        NOT_NULL,
        UNIQUE,
        PRIMARY_KEY,
        EXCLUDE,
        FOREIGN_KEY
    }

    /** The same with another name. */
    public Constraint withName(String newName) {
        return new Constraint(
                id,
                newName,
                kind,
                columns,
                expression,
                foreignKey,
                index,
                validated,
                enforced,
                deferrable,
                noInherit,
                inherited,
                origin);
    }

    /** The same with another validity. */
    public Constraint withValidated(boolean newValidated) {
        return new Constraint(
                id,
                name,
                kind,
                columns,
                expression,
                foreignKey,
                index,
                newValidated,
                enforced,
                deferrable,
                noInherit,
                inherited,
                origin);
    }

    /** The same with another enforcement. */
    public Constraint withEnforced(boolean newEnforced) {
        return new Constraint(
                id,
                name,
                kind,
                columns,
                expression,
                foreignKey,
                index,
                validated,
                newEnforced,
                deferrable,
                noInherit,
                inherited,
                origin);
    }

    /** The same with another deferrability. */
    public Constraint withDeferrable(boolean newDeferrable) {
        return new Constraint(
                id,
                name,
                kind,
                columns,
                expression,
                foreignKey,
                index,
                validated,
                enforced,
                newDeferrable,
                noInherit,
                inherited,
                origin);
    }

    /** The same with another inheritance. */
    public Constraint withNoInherit(boolean newNoInherit) {
        return new Constraint(
                id,
                name,
                kind,
                columns,
                expression,
                foreignKey,
                index,
                validated,
                enforced,
                deferrable,
                newNoInherit,
                inherited,
                origin);
    }

    /** The same with another source. */
    public Constraint withInherited(boolean newInherited) {
        return new Constraint(
                id,
                name,
                kind,
                columns,
                expression,
                foreignKey,
                index,
                validated,
                enforced,
                deferrable,
                noInherit,
                newInherited,
                origin);
    }

    /** The same with another index behind it. */
    public Constraint withIndex(Optional<ObjectId> newIndex) {
        return new Constraint(
                id,
                name,
                kind,
                columns,
                expression,
                foreignKey,
                newIndex,
                validated,
                enforced,
                deferrable,
                noInherit,
                inherited,
                origin);
    }

    /** The same with another target. */
    public Constraint withForeignKey(Optional<ForeignKey> newForeignKey) {
        return new Constraint(
                id,
                name,
                kind,
                columns,
                expression,
                newForeignKey,
                index,
                validated,
                enforced,
                deferrable,
                noInherit,
                inherited,
                origin);
    }
}
