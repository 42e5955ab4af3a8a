package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.AlterColumnType;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.TimeZoneChange;
import io.github.migralint.rules.facts.TypeChange;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.function.Consumer;

/** A type changes without work, but not unnoticed. */
public final class TypeChangeSeenByClients implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "type-change-seen-by-clients",
            "A type change that costs the server nothing still reaches prepared statements and client code.",
            Category.COMPATIBILITY,
            Risk.LOW,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter) || !Serving.clients(step, alter.name())) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterColumnType change && free(step, alter, change) && !same(step, alter, change)) {
                report.accept(finding(step, alter, change));
            }
        }
    }

    private static boolean free(Step step, AlterTable alter, AlterColumnType change) {
        return LockedWork.rewrite(step, change.span()).isEmpty()
                && TimeZoneChange.rewrite(step, alter, TypeChange.of(change)).isEmpty()
                && LockedWork.scan(step, change.span()).isEmpty()
                && LockedWork.indexBuild(step, change.span()).isEmpty()
                && step.effects().failure().isEmpty();
    }

    private static boolean same(Step step, AlterTable alter, AlterColumnType change) {
        return step.before()
                .table(alter.name())
                .flatMap(table -> table.column(change.column().value()))
                .flatMap(column -> column.type())
                .filter(type -> type.toString().equals(change.type().toString()))
                .isPresent();
    }

    private static Finding finding(Step step, AlterTable alter, AlterColumnType change) {
        String column = change.column().value();
        return Finding.at(step, INFO, change.span())
                .object(alter.name() + "." + column)
                .label("clients see " + column + " as "
                        + Sql.text(step, change.type().span()) + " from now on")
                .message("Changing " + alter.name() + "." + column + " to "
                        + Sql.text(step, change.type().span())
                        + " writes no row, but prepared statements that return the column fail once"
                        + " (\"cached plan must not change result type\").")
                .blocks("all reads and writes of " + alter.name() + ": instant once the lock is there, but it queues"
                        + " behind running transactions, and everything that comes later queues behind it")
                .because(Known.type(step, alter.name(), column))
                .instead("around it", "-- a quiet hour; let connection pools open new connections afterwards")
                .build();
    }
}
