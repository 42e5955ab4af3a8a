package io.github.migralint.rules.text;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.facts.AddedConstraint.Form;
import java.util.stream.Collectors;

/** Writes the statements that bring a constraint to a table without a long lock. */
public final class ConstraintSql {
    private ConstraintSql() {}

    /** The name that the statement gives, or the one that the engine would make up. */
    public static String name(Step step, QualifiedName table, AddedConstraint constraint) {
        return constraint
                .name()
                .orElseGet(() -> EngineWords.of(step)
                        .constraintName(
                                table.name(), step.before().table(table), constraint.kind(), constraint.columns()));
    }

    /** {@code ALTER TABLE … ADD CONSTRAINT … NOT VALID;}. */
    public static String addNotValid(Step step, AlterTable alter, AddedConstraint constraint) {
        return "ALTER TABLE " + Sql.name(step, alter.name()) + " ADD CONSTRAINT "
                + step.quote(name(step, alter.name(), constraint)) + " " + definition(step, constraint) + " NOT VALID;";
    }

    /** {@code ALTER TABLE … VALIDATE CONSTRAINT …;}. */
    public static String validate(Step step, AlterTable alter, AddedConstraint constraint) {
        return "ALTER TABLE " + Sql.name(step, alter.name()) + " VALIDATE CONSTRAINT "
                + step.quote(name(step, alter.name(), constraint)) + ";";
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
}
