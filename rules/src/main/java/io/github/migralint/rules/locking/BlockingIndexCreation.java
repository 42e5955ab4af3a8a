package io.github.migralint.rules.locking;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Identifier;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
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
            List.of("postgresql"));

    private static final String IF_NOT_EXISTS = "(?i)^\\s*IF\\s+NOT\\s+EXISTS\\s+";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof CreateIndex index)) {
            return;
        }
        Optional<LockedWork> work = LockedWork.indexBuild(step, index.span());
        if (work.isEmpty()) {
            return;
        }
        String table = index.table().toString();
        List<Table> partitions = partitions(step, index);
        var finding = Finding.at(step, INFO, head(step, index))
                .object(table + indexName(index))
                .because(Known.relation(step, index.table()));
        if (partitions.isEmpty()) {
            plain(step, index, work.get(), finding);
        } else {
            partitioned(step, index, work.get(), partitions, finding);
        }
        report.accept(finding.build());
    }

    private static void plain(Step step, CreateIndex index, LockedWork work, Finding.Builder finding) {
        String table = index.table().toString();
        finding.label(work.lock().words() + " lock on " + table + " while every row is read")
                .message("Building " + described(index) + " stops every write to " + table
                        + " until the index is complete.")
                .with(Blocked.during(step, work, table))
                .instead(Runner.alone(step), concurrently(step, index));
        Runner.whyAlone(step, "CREATE INDEX CONCURRENTLY").ifPresent(finding::note);
        if (index.name().isPresent()) {
            finding.note("A concurrent build that fails leaves an invalid index: drop it before the next try.");
        }
    }

    private static void partitioned(
            Step step, CreateIndex index, LockedWork work, List<Table> partitions, Finding.Builder finding) {
        String table = index.table().toString();
        finding.label(work.lock().words() + " lock on " + table + " and its partitions at once")
                .message("Building " + described(index) + " on every partition of " + table
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

    private static String concurrently(Step step, CreateIndex index) {
        int words = index.unique() ? 3 : 2;
        Span head = Clause.words(step, index.span(), words);
        String rest = Sql.text(step, new Span(head.end(), index.span().end()));
        // the next try would take an invalid index for a good one
        return Sql.text(step, head) + " CONCURRENTLY " + rest.replaceFirst(IF_NOT_EXISTS, "") + ";";
    }

    private static Span head(Step step, CreateIndex index) {
        return Clause.words(step, index.span(), index.unique() ? 3 : 2);
    }

    private static String described(CreateIndex index) {
        return index.name().map(Identifier::value).orElse("an index");
    }

    private static String indexName(CreateIndex index) {
        return index.name().map(name -> "." + name.value()).orElse("");
    }
}
