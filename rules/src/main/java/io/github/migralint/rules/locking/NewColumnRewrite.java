package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.ChangeCause;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.NewColumn;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A new column that makes the engine write every row anew.
 *
 * @param alter the statement
 * @param column the column
 * @param work the rewrite, and whom it stops
 */
record NewColumnRewrite(AlterTable alter, ColumnDefinition column, ClauseWork work) {
    /** The columns of a step that are written for one cause. */
    static List<NewColumnRewrite> of(Step step, ChangeCause cause) {
        var found = new ArrayList<NewColumnRewrite>();
        if (step.statement() instanceof AlterTable alter) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof AlterAction.AddColumn add) {
                    ClauseWork.ofNewColumn(step, add, cause)
                            .ifPresent(work -> found.add(new NewColumnRewrite(alter, add.column(), work)));
                }
            }
        }
        return found;
    }

    /** A finding with all that the causes have in common. */
    Finding.Builder finding(Step step, RuleInfo rule, String why) {
        String table = alter.name().toString();
        String name = column.name().value();
        return Finding.at(step, rule, column.span())
                .risk(work.risk(rule.risk()))
                .object(table + "." + name)
                .label("rewrites " + table + " " + work.manner() + ": " + why)
                .message("Adding " + table + "." + name + " writes every row of " + table + " anew " + work.manner()
                        + ": " + why + ".")
                .with(Blocked.during(step, work, table))
                .because(Known.relation(step, alter.name()));
    }

    /** The column with its type alone. */
    String plainColumn(Step step, String type) {
        return "ALTER TABLE " + target(step) + " ADD COLUMN " + quoted(step) + " " + type + ";";
    }

    /** The type of the column as it is written. */
    String type(Step step) {
        return column.type().map(type -> Sql.text(step, type.span())).orElse("/* type */");
    }

    /** Whether it is also declared to be something. */
    boolean is(ColumnConstraint.Kind kind) {
        return column.constraints().stream().anyMatch(constraint -> constraint.kind() == kind);
    }

    /** The type of the numbers that a counting column holds: {@code serial} is a name for one. */
    String numberType(Step step) {
        String written = type(step);
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "serial", "serial4" -> "integer";
            case "bigserial", "serial8" -> "bigint";
            case "smallserial", "serial2" -> "smallint";
            default -> written;
        };
    }

    /** The default that new rows get. */
    String setDefault(Step step, String value) {
        return "ALTER TABLE " + target(step) + " ALTER COLUMN " + quoted(step) + " SET DEFAULT " + value + ";";
    }

    /** An UPDATE that gives old rows their value, one batch at a time. */
    String fill(Step step, String value) {
        return "UPDATE " + target(step) + " SET " + quoted(step) + " = " + value + " WHERE " + quoted(step)
                + " IS NULL AND " + Batches.range(step, alter.name()) + ";";
    }

    /** The expression of its default. */
    String defaultValue(Step step) {
        return expression(step, ColumnConstraint.Kind.DEFAULT);
    }

    /** The expression that computes it. */
    String generationExpression(Step step) {
        return expression(step, ColumnConstraint.Kind.GENERATED);
    }

    /** The type below its domain. */
    String baseType(Step step) {
        return NewColumn.domain(step, column)
                .map(domain -> domain.base().toString())
                .orElseGet(() -> type(step));
    }

    String target(Step step) {
        return Sql.name(step, alter.name());
    }

    String quoted(Step step) {
        return step.quote(column.name().value());
    }

    private String expression(Step step, ColumnConstraint.Kind kind) {
        return column.constraints().stream()
                .filter(constraint -> constraint.kind() == kind)
                .flatMap(constraint -> constraint.expression().stream())
                .map(expression -> Sql.text(step, expression.span()))
                .findFirst()
                .orElse("/* expression */");
    }
}
