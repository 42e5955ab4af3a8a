package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Statement;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Sql;
import java.util.Optional;
import java.util.function.Consumer;

/** A failure in the middle of a migration leaves half of it, and the next attempt fails on that half. */
public final class HalfAppliedMigration implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "half-applied-migration",
                    "A failure in the middle leaves half of the migration, and the next attempt fails on it.",
                    Category.TRANSACTION,
                    Risk.MEDIUM,
                    true,
                    Engines.ALL)
            .withStanding(Standing.ATTACHED_ONCE_PER_FILE);

    private static final int STATEMENTS_LOOKED_AT = 500;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!isAlone(step) || !Repetition.changesSchema(step.statement()) || !Repetition.failsAgain(step.statement())) {
            return;
        }
        Optional<Statement> later = step.following().stream()
                .filter(statement -> counts(step, statement))
                .findFirst();
        if (later.isPresent() && !isClearedBefore(step)) {
            report.accept(finding(step, later.get()));
        }
    }

    /** Whether no transaction holds the statement together with others, because none is open or the engine commits anyway. */
    private static boolean isAlone(Step step) {
        if (step.embedding().isPresent()) {
            return false;
        }
        if (!EngineWords.of(step).takesBackSchemaChanges()) {
            return Repetition.changesUsed(step, step.statement());
        }
        return step.migration().transaction().mode() == TransactionMode.NONE
                && !step.transaction().open();
    }

    /** Whether what it does is missed when it fails: where nothing can be taken back, new tables alone are not. */
    private static boolean counts(Step step, Statement later) {
        return EngineWords.of(step).takesBackSchemaChanges()
                ? Repetition.changesSchema(later)
                : Repetition.changesUsed(step, later);
    }

    /** Whether the next attempt removes first what this one made, as in DROP INDEX CONCURRENTLY IF EXISTS. */
    private static boolean isClearedBefore(Step step) {
        Optional<String> made = Repetition.makes(step.statement());
        // whoever writes more than that into one file is told about an earlier statement
        if (made.isEmpty() || step.index() > STATEMENTS_LOOKED_AT) {
            return step.index() > STATEMENTS_LOOKED_AT;
        }
        return step.migration().statements().subList(0, step.index()).stream()
                .anyMatch(earlier -> Repetition.clears(earlier).contains(made.get()));
    }

    private static Finding finding(Step step, Statement later) {
        String next = Sql.text(step, Clause.words(step, later.span(), 2));
        int line = step.migration().origin(later).line();
        boolean takesBack = EngineWords.of(step).takesBackSchemaChanges();
        var finding = Finding.at(step, INFO, Clause.words(step, step.statement().span(), 2))
                .object(step.migration().shortName())
                .label("stays when " + next + " in line " + line + " fails")
                .message(
                        "No transaction holds this file together: when a later statement fails, this one stays, and the"
                                + " next attempt fails on what is done already.")
                .because(
                        takesBack
                                ? step.migration().transaction().reason()
                                : step.engine().label() + " commits at each change of the schema, whatever transaction"
                                        + " is open");
        if (takesBack) {
            finding.instead("what may run in a transaction", "BEGIN;\n-- …\nCOMMIT;")
                    .instead("what may not", "-- a migration of its own for each statement")
                    .note("Or let each statement bear a second run: IF NOT EXISTS, IF EXISTS, OR REPLACE.");
        } else {
            OneAlter.of(step)
                    .ifPresentOrElse(
                            sql -> finding.instead("in one statement, whose clauses are done all or not at all", sql),
                            () -> finding.instead(
                                            "one statement in each migration",
                                            "-- a migration of its own for each statement")
                                    .note("The clauses of one ALTER TABLE are done all or not at all."));
        }
        return finding.build();
    }
}
