package io.github.migralint.rules.locking;

import io.github.migralint.effect.Effect;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.ChangeCause;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.OnlineChange;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Known;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.function.Consumer;

/** A table is copied for its own sake, not because a column asks for it, while everybody waits. */
public final class TableRewrite implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "table-rewrite",
            "A statement writes a whole table anew for its own sake, while its clients wait.",
            Category.LOCKING,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    private static final int SHOWN = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** That the statement may not stand in a transaction is another danger: outside of one it does what is told here. */
    @Override
    public boolean judgesRefused() {
        return true;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.effects().failure().isPresent()) {
            return;
        }
        for (Rewriting rewriting : Rewriting.of(step)) {
            report.accept(finding(step, rewriting));
        }
        List<Effect.ChangesTable> changes =
                OnlineChange.of(step).map(OnlineChange::changes).orElse(List.of());
        for (Effect.ChangesTable change : changes) {
            if (ClauseWork.cause(step, change) == ChangeCause.OTHER) {
                ClauseWork.of(step, change)
                        .filter(work -> !work.writesPass() || whole(changes))
                        .ifPresent(work -> report.accept(rebuilt(step, change, work)));
            }
        }
    }

    /** Whether writers go on during the whole statement; else another clause stops them, of which that is told. */
    private static boolean whole(List<Effect.ChangesTable> changes) {
        return changes.stream().noneMatch(change -> change.way().stopsWrites());
    }

    private static Finding rebuilt(Step step, Effect.ChangesTable change, ClauseWork work) {
        String table = change.relation().name();
        var finding = Finding.at(step, INFO, place(step, change))
                .risk(work.risk(Risk.CRITICAL))
                .object(table)
                .label("writes every row of " + table + " anew " + work.manner())
                .message(change.clause() + " writes every row of " + table + " and its indexes anew " + work.manner()
                        + ".")
                .with(Blocked.during(step, work, table))
                .because(Known.relation(step, change.relation()));
        IndexedColumnDrop.of(step, change)
                .ifPresentOrElse(
                        drop -> drop.advise(step, finding), () -> MysqlRebuild.advise(step, change, work, finding));
        return finding.build();
    }

    private static Span place(Step step, Effect.ChangesTable change) {
        return change.place().equals(Effect.WHOLE_STATEMENT)
                ? Clause.words(step, step.statement().span(), 2)
                : change.place();
    }

    private static Finding finding(Step step, Rewriting rewriting) {
        String what = what(rewriting);
        String words = rewriting.cause().words();
        String lock = LockedWork.gravest(rewriting.works())
                .map(work -> work.lock().words())
                .orElse("ACCESS EXCLUSIVE");
        var finding = Finding.at(step, INFO, rewriting.clause())
                .object(rewriting.named().map(Object::toString).orElse(what))
                .label("copies " + what + " under " + lock)
                .message(words + " copies " + what + " under " + lock + ": nobody reads or writes "
                        + (rewriting.cause() == Rewriting.Cause.MOVE_INDEX ? "its table" : "there") + " meanwhile.")
                .blocks("all reads and writes of " + what + ", one table after the other")
                .because(because(step, rewriting));
        LockedWork.gravest(rewriting.works())
                .ifPresent(work -> finding.with(Blocked.during(step, work, blocked(rewriting))));
        RewriteAdvice.add(step, rewriting, finding);
        return finding.build();
    }

    private static String what(Rewriting rewriting) {
        if (rewriting.named().isPresent()) {
            return rewriting.named().get().toString();
        }
        return switch (rewriting.cause()) {
            case CLUSTER -> "each table that was clustered before";
            case MOVE_ALL -> "all that lies in the tablespace";
            default -> "each table of the database";
        };
    }

    /** An index is copied, and its table is what people wait for. */
    private static String blocked(Rewriting rewriting) {
        return rewriting.cause() == Rewriting.Cause.MOVE_INDEX
                ? rewriting.works().getFirst().table().name()
                : what(rewriting);
    }

    private static Reason because(Step step, Rewriting rewriting) {
        if (rewriting.named().isPresent()) {
            return Known.relation(step, rewriting.named().get());
        }
        List<String> tables = rewriting.works().stream()
                .map(work -> work.table().name())
                .distinct()
                .toList();
        if (tables.isEmpty()) {
            return Reason.of("what it reaches is unknown: taken for big and busy tables");
        }
        int more = tables.size() - SHOWN;
        return Reason.of("it reaches " + String.join(", ", tables.subList(0, Math.min(SHOWN, tables.size())))
                + (more > 0 ? " and " + more + " more" : ""));
    }
}
