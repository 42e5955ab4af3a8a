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
}
