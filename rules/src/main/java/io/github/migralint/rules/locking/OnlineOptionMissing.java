package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.facts.OnlineChange;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Sql;
import java.util.Optional;
import java.util.function.Consumer;

/** Nothing makes a change of a table fail rather than block. */
public final class OnlineOptionMissing implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "online-option-missing",
                    "A change of a table in use demands no ALGORITHM and no LOCK, so it may block instead of failing.",
                    Category.LOCKING,
                    Risk.LOW,
                    true,
                    Engines.MYSQL_AND_MARIADB)
            .withStanding(Standing.ATTACHED_ONCE_PER_FILE);

    private static final String ALGORITHM_OF_SESSION = "alter_algorithm";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Optional<OnlineChange> change = OnlineChange.of(step);
        if (change.isEmpty() || step.transaction().sets(ALGORITHM_OF_SESSION)) {
            return;
        }
        OnlineWay way = change.get().way();
        boolean silent = change.get().options().algorithmNamed().isEmpty()
                && change.get().options().lockNamed().isEmpty();
        // nothing to demand where there is nothing better than a copy, nor of what stops everybody for an instant
        // anyway
        if (silent && way.demandable() && !way.stopsWrites() && !HarmlessChange.is(step.statement())) {
            report.accept(finding(step, change.get(), way));
        }
    }

    private static Finding finding(Step step, OnlineChange change, OnlineWay way) {
        String table = change.table().name();
        Statement statement = step.statement();
        return Finding.at(step, INFO, Clause.words(step, statement.span(), 2))
                .object(table)
                .label("nothing makes this fail instead of block")
                .message("The server can do this while reads and writes of " + table + " go on, but is not held to it:"
                        + " where table or version differ it copies the table without a word.")
                .because("the statement names neither ALGORITHM nor LOCK")
                .instead("so that it fails instead of blocking", demanding(step, statement, way))
                .build();
    }

    private static String demanding(Step step, Statement statement, OnlineWay way) {
        return Sql.text(step, statement.span())
                + (statement instanceof AlterTable ? OnlineDdl.demands(way) : OnlineDdl.demandsOfIndex(way)) + ";";
    }
}
