package io.github.migralint.rules.performance;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Expression;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.DefinedColumn;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A default that is no date. */
public final class ZeroDateDefault implements Rule {
    private static final Pattern ZERO = Pattern.compile("^(?:DATE|TIMESTAMP|(?i)date|timestamp)?\\s*['\"]0000-00-00.*");

    private static final RuleInfo INFO = new RuleInfo(
            "zero-date-default",
            "A column defaults to 0000-00-00, which is no date and which other servers and modes refuse.",
            Category.PERFORMANCE,
            Risk.MEDIUM,
            true,
            List.of("mysql", "mariadb"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        DefinedColumn.of(step.statement())
                .forEach(defined -> defined.defaultValue()
                        .filter(ZeroDateDefault::isZero)
                        .ifPresent(value -> report.accept(finding(step, defined.object(), value))));
        if (step.statement() instanceof AlterTable alter) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof AlterAction.SetDefault set && isZero(set.expression())) {
                    report.accept(finding(step, alter.name() + "." + set.column(), set.expression()));
                }
            }
        }
    }

    private static boolean isZero(Expression value) {
        return ZERO.matcher(value.normalized()).matches();
    }

    private static Finding finding(Step step, String column, Expression value) {
        return Finding.at(step, INFO, value.span())
                .object(column)
                .label("0000-00-00 is no date: strict servers refuse it, drivers turn it into NULL or fail")
                .message("The default of " + column
                        + " is no date. NO_ZERO_DATE, which MySQL sets by default and MariaDB does not,"
                        + " refuses it: the table cannot be restored or altered there, and drivers give NULL"
                        + " or an error for such rows.")
                .instead("no value is NULL", "DEFAULT NULL")
                .instead("or the moment of the INSERT", "DEFAULT CURRENT_TIMESTAMP")
                .build();
    }
}
