package io.github.migralint.rules.transaction;

import io.github.migralint.ast.SetVariable;
import io.github.migralint.history.SettingChange;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Something is set for the length of a transaction where none is open. */
public final class SettingWithoutEffect implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "setting-without-effect",
            "A setting for the length of a transaction stands where no transaction is open, and does nothing.",
            Category.TRANSACTION,
            Risk.MEDIUM,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.transaction().open() || !step.transaction().known()) {
            return;
        }
        if (step.statement() instanceof SetVariable set && set.scope() == SetVariable.Scope.TRANSACTION) {
            String head = Sql.text(step, Clause.words(step, set.span(), 2)).toUpperCase(Locale.ROOT);
            if (head.equals("SET TRANSACTION")) {
                report.accept(modes(step));
            }
            return;
        }
        SettingChange.of(step.statement()).stream()
                .filter(SettingChange::local)
                .findFirst()
                .ifPresent(change -> report.accept(local(step, change)));
    }

    private static Finding modes(Step step) {
        return at(step).object("transaction")
                .label("no transaction is open")
                .message("SET TRANSACTION does nothing outside a transaction: the server only warns.")
                .instead(
                        "in a transaction",
                        "BEGIN;\n" + Sql.text(step, step.statement().span()) + ";\n-- …\nCOMMIT;")
                .build();
    }

    private static Finding local(Step step, SettingChange change) {
        String name = change.name();
        String value = change.value().map(v -> "'" + v + "'").orElse("DEFAULT");
        return at(step).object(name)
                .label("no transaction is open: " + name + " stays as it was")
                .message("A local setting ends with its transaction, and none is open here: " + name
                        + " stays as it was for every statement that follows.")
                .instead(
                        "for the session, and put back at the end",
                        "SET " + name + " = " + value + ";\n-- …\nRESET " + name + ";")
                .build();
    }

    private static Finding.Builder at(Step step) {
        return Finding.at(step, INFO, step.statement().span())
                .because(step.migration().transaction().reason());
    }
}
