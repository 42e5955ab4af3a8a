package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.effect.Effect;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A change of the schema commits the changes of data before it, which the author put into one transaction with it. */
public final class ImplicitCommit implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "implicit-commit",
                    "A change of the schema commits the data changes before it, which ROLLBACK then cannot undo.",
                    Category.TRANSACTION,
                    Risk.HIGH,
                    true,
                    Engines.MYSQL_AND_MARIADB)
            .replacing("mixed-ddl-and-data");

    private static final int LOOKED_AT = 500;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        boolean commits = !step.effects().of(Effect.Commits.class).isEmpty();
        if (!commits || !step.transaction().open() || step.embedding().isPresent()) {
            return;
        }
        List<Statement> uncommitted = uncommitted(step);
        if (!uncommitted.isEmpty()) {
            report.accept(finding(step, uncommitted));
        }
    }

    /** The changes of data since the transaction began, in order. */
    private static List<Statement> uncommitted(Step step) {
        List<Statement> earlier = step.migration().statements().subList(0, step.index());
        var found = new ArrayList<Statement>();
        for (int i = earlier.size() - 1; i >= Math.max(0, earlier.size() - LOOKED_AT); i--) {
            Statement statement = earlier.get(i);
            if (statement instanceof TransactionControl control && !inside(control)) {
                break;
            }
            if (DataChange.lasting(step, statement).isPresent()) {
                found.addFirst(statement);
            }
        }
        return found;
    }

    private static boolean inside(TransactionControl control) {
        return switch (control.action()) {
            case SAVEPOINT, RELEASE, ROLLBACK_TO -> true;
            default -> false;
        };
    }

    private static Finding finding(Step step, List<Statement> uncommitted) {
        Statement first = uncommitted.getFirst();
        String words = Sql.text(step, Clause.words(step, step.statement().span(), 2));
        Origin origin = step.migration().origin(first);
        String before = uncommitted.size() == 1
                ? "the change of data in line " + origin.line()
                : "the " + uncommitted.size() + " changes of data from line " + origin.line() + " on";
        return Finding.at(step, INFO, Clause.words(step, step.statement().span(), 2))
                .object(step.migration().shortName())
                .label("commits " + before)
                .message(words + " commits " + before + " before it does anything, even if it then fails: no ROLLBACK"
                        + " takes that back, and the next attempt changes the data a second time.")
                .because(Runner.frame(step) + ", and " + step.engine().label()
                        + " commits before each change of the schema")
                .instead("in this migration", "-- the changes of data alone, in their transaction")
                .instead(
                        "in a migration of its own, after it",
                        Sql.text(step, step.statement().span()) + ";")
                .related(Related.at(origin, "this is committed"))
                .build();
    }
}
