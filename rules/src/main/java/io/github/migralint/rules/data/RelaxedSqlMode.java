package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.MysqlStatement.VariableAssignment;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Assignments;
import io.github.migralint.rules.facts.Exposure;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Strict mode goes, and with it the errors that keep values whole. */
public final class RelaxedSqlMode implements Rule {
    private static final String VARIABLE = "sql_mode";
    private static final Pattern STRICT = Pattern.compile("(?i)strict_(trans|all)_tables|traditional");

    private static final RuleInfo INFO = new RuleInfo(
            "relaxed-sql-mode",
            "Strict mode is switched off: values that do not fit are cut off without an error.",
            Category.DATA,
            Risk.HIGH,
            true,
            List.of("mysql", "mariadb"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Assignments.to(step.statement(), VARIABLE)
                .filter(RelaxedSqlMode::relaxes)
                .forEach(assignment -> judge(step, assignment, report));
    }

    /** A list without strict mode, or an expression that takes strict mode out of the list that holds. */
    private static boolean relaxes(VariableAssignment assignment) {
        if (assignment.value().isPresent()) {
            return !STRICT.matcher(assignment.value().get()).find();
        }
        return assignment.expression().stream()
                .flatMap(expression -> expression.tokens().stream())
                .anyMatch(token -> token.kind() == TokenKind.STRING
                        && STRICT.matcher(token.text()).find());
    }

    private static void judge(Step step, VariableAssignment assignment, Consumer<Finding> report) {
        if (Assignments.everywhere(assignment)) {
            report.accept(finding(step, assignment)
                    .label("strict mode is off for whoever connects from now on")
                    .message("This switches strict mode off for the whole server: from the next connection on, values"
                            + " that do not fit are cut off, and NULL becomes 0 or an empty string, without an"
                            + " error.")
                    .build());
            return;
        }
        Exposure exposure = Exposure.of(
                step,
                later -> Assignments.to(later, VARIABLE).anyMatch(again -> !relaxes(again)),
                RelaxedSqlMode::mayCut);
        if (exposure.first().isPresent()) {
            report.accept(exposed(step, assignment, exposure.first().get().toString()));
        } else if (!exposure.ended()) {
            report.accept(left(step, assignment));
        }
    }

    private static Stream<QualifiedName> mayCut(Statement statement) {
        return statement instanceof AlterTable alter ? Stream.of(alter.name()) : Exposure.written(statement);
    }

    private static Finding exposed(Step step, VariableAssignment assignment, String table) {
        return finding(step, assignment)
                .label("from here on, values that do not fit into " + table + " are cut off without an error")
                .message("Without strict mode the rest of this migration cuts off values of " + table
                        + " that are too long, clamps numbers that are too big, and turns NULL into 0 or an empty"
                        + " string where NOT NULL asks for a value: each is a warning that nobody reads.")
                .build();
    }

    private static Finding left(Step step, VariableAssignment assignment) {
        return finding(step, assignment)
                .risk(Risk.LOW)
                .label("strict mode stays off for what the connection runs next")
                .message("This migration switches strict mode off and not on again; it touches no table in use itself,"
                        + " but what runs next over the same connection runs without it.")
                .build();
    }

    private static Finding.Builder finding(Step step, VariableAssignment assignment) {
        return Finding.at(step, INFO, assignment.span())
                .object(VARIABLE)
                .because("strict mode is on by default since MySQL 5.7 and MariaDB 10.2, and this list leaves it out")
                .instead("now", "-- strict mode stays on; values that do not fit are found and mended first")
                .instead(
                        "where one mode is in the way, only that one",
                        "SET SESSION sql_mode = REPLACE(@@sql_mode, 'NO_ZERO_DATE', '');")
                .instead("and at the end of the migration", "SET SESSION sql_mode = DEFAULT;");
    }
}
