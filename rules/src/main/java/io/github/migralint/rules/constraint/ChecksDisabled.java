package io.github.migralint.rules.constraint;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.ToggleMode;
import io.github.migralint.ast.AlterAction.ToggleTrigger;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.SetVariable.Scope;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Following;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Sql;
import java.util.function.Consumer;

/** Triggers, and with them foreign keys, are switched off and not on again. */
public final class ChecksDisabled implements Rule {
    private static final String ROLE = "session_replication_role";
    private static final RuleInfo INFO = new RuleInfo(
            "checks-disabled",
            "Triggers or foreign key checks are switched off and not on again in the same migration.",
            Category.CONSTRAINT,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof MysqlStatement.SetVariables set) {
            SwitchedOffChecks.in(step, INFO, set, report);
        } else if (step.statement() instanceof SetVariable set) {
            setting(step, set, report);
        } else if (step.statement() instanceof AlterTable alter && Serving.clients(step, alter.name())) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof ToggleTrigger toggle && toggle.mode() == ToggleMode.DISABLE) {
                    triggers(step, alter, toggle, report);
                }
            }
        }
    }

    /** A setting of the transaction ends with it. */
    private static void setting(Step step, SetVariable set, Consumer<Finding> report) {
        boolean off = set.name().equals(ROLE)
                && set.value().filter("replica"::equalsIgnoreCase).isPresent()
                && set.scope() == Scope.SESSION;
        if (!off || Following.inMigration(step).anyMatch(ChecksDisabled::resets)) {
            return;
        }
        report.accept(Finding.at(step, INFO, set.span())
                .object(ROLE)
                .label("no trigger and no foreign key is checked in this session any more")
                .message("The setting session_replication_role = replica switches off all triggers and foreign key"
                        + " checks of the session, and the migration never takes it back: what the session writes from"
                        + " here on is not checked, not even later.")
                .instead("it ends with the transaction", "SET LOCAL session_replication_role = replica;")
                .instead("or at the end of the migration", "RESET session_replication_role;")
                .build());
    }

    private static boolean resets(Statement statement) {
        return statement instanceof SetVariable set
                && (set.name().equals(ROLE) || (set.reset() && set.name().equals("all")))
                && !set.value().filter("replica"::equalsIgnoreCase).isPresent();
    }

    private static void triggers(Step step, AlterTable alter, ToggleTrigger toggle, Consumer<Finding> report) {
        boolean onAgain = Following.composedBeside(step, "enable trigger")
                || Following.dropsTable(step, alter.name())
                || Following.inMigration(step).anyMatch(later -> switchesOn(later, alter, toggle));
        if (onAgain) {
            return;
        }
        String table = alter.name().name();
        boolean all = toggle.name().isEmpty() && !toggle.userOnly();
        String which = toggle.name()
                .map(name -> "trigger " + name.value())
                .orElse(all ? "every trigger, foreign key checks included," : "every trigger of users");
        String words = toggle.name().map(name -> step.quote(name.value())).orElse(all ? "ALL" : "USER");
        report.accept(Finding.at(step, INFO, toggle.span())
                .risk(all ? Risk.CRITICAL : Risk.HIGH)
                .object(alter.name() + "."
                        + toggle.name().map(Identifier::value).orElse(words))
                .label(which + " of " + table + " stays off")
                .message("From here on " + which + " of " + table + " does not fire for anybody, and the migration does"
                        + " not switch it on again"
                        + (all
                                ? ": rows without a parent get in, and nothing checks them later."
                                : ": what it keeps true is no longer kept true."))
                .instead(
                        "at the end of the same transaction",
                        "ALTER TABLE " + Sql.name(step, alter.name()) + " ENABLE TRIGGER " + words + ";")
                .note("Where the trigger is no longer needed, DROP TRIGGER says so.")
                .build());
    }

    private static boolean switchesOn(Statement later, AlterTable alter, ToggleTrigger off) {
        if (later instanceof DropObject drop) {
            return drop.kind() == ObjectKind.TRIGGER
                    && drop.objects().stream()
                            .anyMatch(each -> off.name()
                                    .filter(name ->
                                            name.value().equals(each.name().name()))
                                    .isPresent());
        }
        return later instanceof AlterTable other
                && other.name().name().equals(alter.name().name())
                && other.actions().stream().anyMatch(action -> covers(action, off));
    }

    private static boolean covers(AlterAction action, ToggleTrigger off) {
        if (!(action instanceof ToggleTrigger on) || on.mode() == ToggleMode.DISABLE) {
            return false;
        }
        boolean everything = on.name().isEmpty() && !on.userOnly();
        boolean sameName = off.name().isPresent()
                && on.name().map(Identifier::value).equals(off.name().map(Identifier::value));
        boolean ofUsers = on.name().isEmpty() && (off.userOnly() || off.name().isPresent());
        return everything || sameName || ofUsers;
    }
}
