package io.github.migralint.rules.security;

import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A stored object that runs with the rights of an account that the file names. */
public final class ForeignDefiner implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "foreign-definer",
            "A view, trigger or routine names the account whose rights it uses.",
            Category.SECURITY,
            Risk.LOW,
            true,
            List.of("mysql", "mariadb"));

    /** The account with the place at which it is named. */
    private record Definer(String account, String what, Span head) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        definer(step.statement())
                .filter(definer -> !definer.account().toLowerCase(Locale.ROOT).startsWith("current_"))
                .ifPresent(definer -> report.accept(finding(step, definer)));
    }

    private static Optional<Definer> definer(Statement statement) {
        return switch (statement) {
            case CreateView view ->
                view.definer().map(account -> new Definer(account, "view " + view.name(), head(view, view.name())));
            case CreateTrigger trigger ->
                trigger.definer()
                        .map(account -> new Definer(
                                account, "trigger " + trigger.name(), head(trigger, QualifiedName.of(trigger.name()))));
            case CreateFunction routine ->
                routine.definer()
                        .map(account -> new Definer(
                                account,
                                (routine.procedure() ? "procedure " : "function ") + routine.name(),
                                head(routine, routine.name())));
            default -> Optional.empty();
        };
    }

    private static Span head(Statement statement, QualifiedName name) {
        return new Span(statement.span().start(), name.span().end());
    }

    private static Finding finding(Step step, Definer definer) {
        return Finding.at(step, INFO, definer.head())
                .object(definer.what())
                .label("runs with the rights of " + definer.account() + ", wherever that is")
                .message("The " + definer.what() + " runs with the rights of " + definer.account()
                        + ": where that account does not exist it fails when it is used, and where it is a mighty one"
                        + " everybody who may use it borrows those rights.")
                .instead("now: the account that runs the migration", "DEFINER = CURRENT_USER")
                .instead("or with the rights of whoever uses it", "SQL SECURITY INVOKER")
                .build();
    }
}
