package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.ChangeCause;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Known;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An index is built while the writers of its table wait. */
public final class BlockingIndexCreation implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "blocking-index-creation",
            "An index is built while every writer of its table waits.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof AlterTable alter) {
            added(step, alter, report);
        }
        if (!(step.statement() instanceof CreateIndex index)) {
            return;
        }
        Optional<LockedWork> work = LockedWork.indexBuild(step, index.span());
        if (work.isEmpty()) {
            return;
        }
        List<Table> partitions = partitions(step, index);
        var finding = Finding.at(step, INFO, head(step, index))
                .object(NewIndex.of(index).object())
                .because(Known.relation(step, index.table()));
        if (partitions.isEmpty()) {
            plain(step, NewIndex.of(index), work.get(), finding);
        } else {
            partitioned(step, index, work.get(), partitions, finding);
        }
        report.accept(finding.build());
    }

    /** What a clause of ALTER TABLE builds, where the clause itself stops writers and not another one beside it. */
    private static void added(Step step, AlterTable alter, Consumer<Finding> report) {
        for (AlterAction action : alter.actions()) {
            Optional<ClauseWork> work = ClauseWork.of(step, action.span(), ChangeCause.INDEX)
                    .filter(found -> found.way().isPresent() && !found.writesPass());
            NewIndex.of(alter, action).filter(index -> work.isPresent()).ifPresent(index -> {
                var finding = Finding.at(step, INFO, Clause.words(step, action.span(), 2))
                        .object(index.object())
                        .because(Known.relation(step, index.table()));
                plain(step, index, work.get().work(), finding);
                report.accept(finding.build());
            });
        }
    }

    private static void plain(Step step, NewIndex index, LockedWork work, Finding.Builder finding) {
        String table = index.table().toString();
        finding.label(work.lock().words() + " lock on " + table + " while every row is read")
                .message("Building " + index.words() + " stops every write to " + table
                        + " until the index is complete.")
                .with(Blocked.during(step, work, table));
        Detour.of(step).index(step, index, finding);
    }

    private static void partitioned(
            Step step, CreateIndex index, LockedWork work, List<Table> partitions, Finding.Builder finding) {
        String table = index.table().toString();
        finding.label(work.lock().words() + " lock on " + table + " and its partitions at once")
                .message("Building " + NewIndex.of(index).words() + " on every partition of " + table
                        + " in one statement stops the writes to all of them.")
                .with(Blocked.during(step, work, "all partitions of " + table));
        PartitionedIndex.recipe(step, index, partitions, finding);
        finding.note("CREATE INDEX CONCURRENTLY is refused on a partitioned table.");
    }

    private static List<Table> partitions(Step step, CreateIndex index) {
        return step.before()
                .table(index.table())
                .filter(table -> table.kind() == Table.Kind.PARTITIONED)
                .map(table -> step.before().childrenOf(table.id()))
                .orElse(List.of());
    }

    private static Span head(Step step, CreateIndex index) {
        return Clause.words(step, index.span(), index.unique() ? 3 : 2);
    }
}
