package io.github.migralint.rules.locking;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Relation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An index goes under the strongest lock of its table. */
public final class BlockingIndexDrop implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "blocking-index-drop",
            "An index is dropped under a lock that stops all reads and writes of its table.",
            Category.LOCKING,
            Risk.MEDIUM,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof DropObject drop) || drop.kind() != ObjectKind.INDEX || drop.concurrently()) {
            return;
        }
        for (ObjectReference object : drop.objects()) {
            Optional<Index> index = step.before().index(object.name());
            boolean skipped =
                    drop.ifExists() && step.before().relation(object.name()).isAbsent();
            if (!skipped && index.map(i -> blocks(step, i)).orElse(true)) {
                report.accept(finding(step, object, index));
            }
        }
    }

    /** An index of a partitioned table cannot go concurrently, one behind a constraint cannot go at all. */
    private static boolean blocks(Step step, Index index) {
        boolean possible = !index.partitioned()
                && index.parent().isEmpty()
                && index.constraint().isEmpty();
        return possible && Serving.clients(step, index.table());
    }

    private static Finding finding(Step step, ObjectReference object, Optional<Index> index) {
        String table = index.flatMap(i -> step.before().object(i.table()))
                .map(owner -> ((Relation) owner).name().name())
                .orElse("its table");
        var finding = Finding.at(step, INFO, object.span())
                .object(object.name().toString())
                .label("ACCESS EXCLUSIVE lock on " + table)
                .message("Dropping " + object.name() + " stops all reads and writes of " + table
                        + ", and waits for every running query of it first.")
                .blocks("all reads and writes of " + table + ": instant once the lock is there, but it queues behind"
                        + " running transactions, and everything that comes later queues behind it")
                .because(index.map(i -> because(object, i, table))
                        .orElse(Reason.of(
                                "the table of " + object.name() + " is unknown: taken for a big and busy one")))
                .instead(Runner.alone(step), "DROP INDEX CONCURRENTLY " + Sql.name(step, object.name()) + ";");
        Runner.whyAlone(step, "DROP INDEX CONCURRENTLY").ifPresent(finding::note);
        return finding.build();
    }

    private static Reason because(ObjectReference object, Index index, String table) {
        return Known.since(
                object.name() + " is an index of " + table,
                index.origin(),
                object.name().name() + " was created here");
    }
}
