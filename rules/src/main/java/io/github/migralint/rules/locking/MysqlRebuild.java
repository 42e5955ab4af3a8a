package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.text.Sql;

/** What to do about a rebuild of a table of MySQL or MariaDB. */
final class MysqlRebuild {
    private MysqlRebuild() {}

    /** The same for a statement that may be none of ALTER TABLE: the tables that it maintains are better left alone. */
    static void advise(Step step, Effect.ChangesTable change, ClauseWork work, Finding.Builder finding) {
        if (step.statement() instanceof AlterTable alter) {
            advise(step, alter, work, finding);
            return;
        }
        finding.instead(
                "at a quiet time, outside of migrations",
                Sql.text(step, step.statement().span()) + ";");
        finding.note(OnlineDdl.LAG);
    }

    /** Where writers go on it is asked to fail rather than to stop them; else a tool copies the table beside it. */
    static void advise(Step step, AlterTable alter, ClauseWork work, Finding.Builder finding) {
        if (work.writesPass() && !whole(step, work).stopsWrites()) {
            finding.instead(
                    "at a quiet time, and so that it fails instead of blocking",
                    "ALTER TABLE " + Sql.name(step, alter.name()) + " " + OnlineDdl.changes(step, alter)
                            + OnlineDdl.demands(whole(step, work)) + ";");
            finding.note("It needs room for a second copy of the table.");
        } else {
            OnlineDdl.besides(step, alter.name(), OnlineDdl.changes(step, alter))
                    .accept(finding);
        }
        finding.note(OnlineDdl.LAG);
    }

    /** The way of the whole statement: one clause decides for all. */
    private static OnlineWay whole(Step step, ClauseWork work) {
        return step.effects().of(Effect.ChangesTable.class).stream()
                .map(Effect.ChangesTable::way)
                .reduce(OnlineWay::and)
                .orElseGet(() -> work.way().orElseThrow());
    }
}
