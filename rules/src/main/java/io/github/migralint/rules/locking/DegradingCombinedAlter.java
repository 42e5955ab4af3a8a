package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.facts.ChangeCause;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.OnlineChange;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Clauses that are cheap each by itself make together a statement that is not. */
public final class DegradingCombinedAlter implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "degrading-combined-alter",
            "Clauses that would be cheap in statements of their own are dear in one.",
            Category.LOCKING,
            Risk.MEDIUM,
            true,
            Engines.MYSQL_AND_MARIADB);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter) || alter.actions().size() < 2) {
            return;
        }
        Optional<OnlineChange> change = OnlineChange.of(step);
        if (change.isEmpty()) {
            return;
        }
        OnlineWay together = change.get().way();
        List<OnlineWay> alone =
                change.get().changes().stream().map(Effect.ChangesTable::way).toList();
        boolean rewrites = together.rebuilds() && alone.stream().noneMatch(OnlineWay::rebuilds);
        boolean stops = together.stopsWrites()
                && (alone.stream().noneMatch(OnlineWay::stopsWrites) || indexesNewColumn(step, alter));
        if (rewrites || stops) {
            report.accept(finding(step, alter, change.get(), rewrites, stops));
        }
    }

    /** Whether a virtual column gets an index at once: what that costs is told of the column. */
    private static boolean indexesNewColumn(Step step, AlterTable alter) {
        return alter.actions().stream()
                .filter(AlterAction.AddColumn.class::isInstance)
                .anyMatch(action ->
                        ClauseWork.of(step, action.span(), ChangeCause.INDEX).isPresent());
    }

    private static Finding finding(Step step, AlterTable alter, OnlineChange change, boolean rewrites, boolean stops) {
        String table = change.table().name();
        Work work = rewrites ? Work.REWRITE : Work.INDEX_BUILD;
        String dear = (rewrites ? "writes every row of " + table + " anew" : "builds an index of " + table)
                + (stops ? " while its writers wait" : " while reads and writes go on");
        List<AlterAction> actions = alter.actions();
        var finding = Finding.at(
                        step,
                        INFO,
                        new Span(
                                actions.getFirst().span().start(),
                                actions.getLast().span().end()))
                .object(table)
                .label("together: " + dear)
                .message("In one statement these clauses make " + step.engine().label() + " do what none of them needs:"
                        + " it " + dear + ".")
                .because(Known.relation(step, alter.name()));
        if (stops) {
            finding.blocks("INSERT, UPDATE and DELETE on " + table + ", until "
                    + (work == Work.REWRITE ? "the last row is written" : "the index is complete"));
        }
        return finding.instead("each in a statement of its own", apart(step, alter, change))
                .note(OnlineDdl.LAG)
                .build();
    }

    private static String apart(Step step, AlterTable alter, OnlineChange change) {
        return alter.actions().stream()
                .map(action -> "ALTER TABLE " + Sql.name(step, alter.name()) + " "
                        + Sql.text(step, action.span())
                        + demands(change, action) + ";")
                .collect(Collectors.joining("\n"));
    }

    private static String demands(OnlineChange change, AlterAction action) {
        return change.changes().stream()
                .filter(found -> action.span().contains(found.place()))
                .map(Effect.ChangesTable::way)
                .filter(way -> !way.stopsWrites())
                .reduce(OnlineWay::and)
                .map(OnlineDdl::demands)
                .orElse("");
    }
}
