package io.github.migralint.rules.text;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.facts.AddedConstraint.Form;
import java.util.stream.Collectors;

/** Writes the statements that bring a constraint to a table without a long lock. */
public final class ConstraintSql {
    private static final int LONGEST_NAME = 63;

    private ConstraintSql() {}

    /** The name that the statement gives, or the one that the engine would make up. */
    public static String name(QualifiedName table, AddedConstraint constraint) {
        return constraint.name().orElseGet(() -> defaultName(table.name(), constraint));
    }

    /** {@code ALTER TABLE … ADD CONSTRAINT … NOT VALID;}. */
    public static String addNotValid(Step step, AlterTable alter, AddedConstraint constraint) {
        return "ALTER TABLE " + Sql.name(step, alter.name()) + " ADD CONSTRAINT "
                + step.quote(name(alter.name(), constraint)) + " " + definition(step, constraint) + " NOT VALID;";
    }

    /** {@code ALTER TABLE … VALIDATE CONSTRAINT …;}. */
    public static String validate(Step step, AlterTable alter, AddedConstraint constraint) {
        return "ALTER TABLE " + Sql.name(step, alter.name()) + " VALIDATE CONSTRAINT "
                + step.quote(name(alter.name(), constraint)) + ";";
    }

    /** The constraint without its name, in the form of a table constraint. */
    public static String definition(Step step, AddedConstraint constraint) {
        String text = Sql.text(step, constraint.definition());
        if (constraint.form() != Form.INLINE) {
            return text;
        }
        String columns = "(" + constraint.columns().stream().map(step::quote).collect(Collectors.joining(", ")) + ")";
        return switch (constraint.kind()) {
            case FOREIGN_KEY -> "FOREIGN KEY " + columns + " " + text;
            case UNIQUE -> "UNIQUE " + columns;
            case PRIMARY_KEY -> "PRIMARY KEY " + columns;
            case CHECK, NOT_NULL, EXCLUDE -> text;
        };
    }

    private static String defaultName(String table, AddedConstraint constraint) {
        String suffix = switch (constraint.kind()) {
            case FOREIGN_KEY -> "_fkey";
            case CHECK -> "_check";
            case UNIQUE -> "_key";
            case PRIMARY_KEY -> "_pkey";
            case NOT_NULL -> "_not_null";
            case EXCLUDE -> "_excl";
        };
        boolean withColumns = constraint.kind() != TableConstraint.Kind.PRIMARY_KEY
                && !constraint.columns().isEmpty();
        String stem = withColumns ? table + "_" + String.join("_", constraint.columns()) : table;
        return stem.substring(0, Math.min(stem.length(), LONGEST_NAME - suffix.length())) + suffix;
    }
}
