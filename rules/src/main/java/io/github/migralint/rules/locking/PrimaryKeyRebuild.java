package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.ChangeCause;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/** Another primary key: rows are stored in its order, and every other index holds it. */
public final class PrimaryKeyRebuild implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "primary-key-rebuild",
            "A primary key is added, dropped or changed, so the table and all its indexes are written anew.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            Engines.MYSQL_AND_MARIADB);

    /** A clause that changes the key, with what it costs. */
    private record KeyChange(AlterAction action, ClauseWork work) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** A key that is dropped and added in one statement is one change. */
    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return;
        }
        alter.actions().stream()
                .flatMap(
                        action -> ClauseWork.of(step, action.span(), ChangeCause.PRIMARY_KEY)
                                .map(work -> new KeyChange(action, work))
                                .stream())
                .max(Comparator.comparing(change -> change.work().risk(Risk.HIGH)))
                .ifPresent(change -> report.accept(finding(step, alter, change)));
    }

    private static Finding finding(Step step, AlterTable alter, KeyChange change) {
        String table = alter.name().toString();
        ClauseWork work = change.work();
        var finding = Finding.at(step, INFO, change.action().span())
                .risk(work.risk(Risk.HIGH))
                .object(table)
                .label(Blocked.label(work, table))
                .message("Another primary key writes every row of " + table + " and every index anew " + work.manner()
                        + ": rows are stored in its order, and each index holds it.")
                .with(Blocked.during(step, work, table))
                .because(Known.relation(step, alter.name()));
        if (added(alter).isEmpty() && !work.writesPass()) {
            finding.instead(
                    "with the new key in the same statement writers go on",
                    "ALTER TABLE " + Sql.name(step, alter.name())
                            + " DROP PRIMARY KEY, ADD PRIMARY KEY (/* columns */), ALGORITHM=INPLACE, LOCK=NONE;");
        }
        MysqlRebuild.advise(step, alter, work, finding);
        return finding.build();
    }

    private static Optional<AlterAction> added(AlterTable alter) {
        return alter.actions().stream()
                .filter(action -> action instanceof AlterAction.AddConstraint add
                        && add.constraint().kind() == TableConstraint.Kind.PRIMARY_KEY)
                .findFirst();
    }
}
