package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.SettingChange;
import io.github.migralint.history.Step;
import io.github.migralint.history.TransactionState;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A setting of the session reaches the migrations that run after this one. */
public final class LeakingSessionSetting implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "leaking-session-setting",
            "A setting of the session holds on for the migrations that run after this one.",
            Category.TRANSACTION,
            Risk.LOW,
            true,
            List.of("postgresql"));

    /** Settings that change what a later migration does, and how. */
    private static final Map<String, String> HARM = Map.of(
            TransactionState.LOCK_TIMEOUT,
            "a later CREATE INDEX CONCURRENTLY may give up half way",
            TransactionState.STATEMENT_TIMEOUT,
            "a later index build or backfill may be cut off",
            TransactionState.TRANSACTION_TIMEOUT,
            "a later index build or backfill may be cut off",
            "search_path",
            "names in later migrations mean other objects",
            "role",
            "later migrations run with other rights, and what they make has another owner",
            "session_authorization",
            "later migrations run with other rights, and what they make has another owner",
            "session_replication_role",
            "triggers and foreign keys of later migrations do not work");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!step.migration().connections().shared()) {
            return;
        }
        for (SettingChange change : SettingChange.of(step.statement())) {
            if (leaks(step, change)) {
                report.accept(finding(step, change));
            }
        }
    }

    private static boolean leaks(Step step, SettingChange change) {
        return HARM.containsKey(change.name())
                && !change.local()
                && change.value().filter(value -> !isDefault(value)).isPresent()
                && !change.value()
                        .equals(Optional.ofNullable(step.deployment().settings().get(change.name())))
                && !step.migration().connections().restored().contains(change.name())
                && step.sequel().settings().stream().noneMatch(later -> setsAgain(later, change.name()));
    }

    /** What dumps begin with. */
    private static boolean isDefault(String value) {
        return value.equals("0") || value.equals("none") || value.equals("default") || value.equals("origin");
    }

    private static boolean setsAgain(Statement statement, String name) {
        return SettingChange.of(statement).stream().anyMatch(change -> !change.local() && change.concerns(name));
    }

    private static Finding finding(Step step, SettingChange change) {
        String name = change.name();
        String value = change.value().orElse("");
        var finding = Finding.at(step, INFO, step.statement().span())
                .object(name)
                .label("holds for the next migrations too")
                .message("The migrations of one run share a session: " + name + " stays '" + value
                        + "' for those after this one, and " + HARM.get(name) + ".")
                .because("the tool runs all files over one connection and does not put " + name + " back");
        if (step.transaction().open()) {
            finding.instead("for this transaction only", "SET LOCAL " + name + " = '" + value + "';");
        } else {
            finding.instead("at the end of the file", "RESET " + name + ";");
        }
        if (step.statement() instanceof Select) {
            finding.note("The third argument of set_config says whether it is local.");
        }
        return finding.build();
    }
}
