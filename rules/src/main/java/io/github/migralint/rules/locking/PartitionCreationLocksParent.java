package io.github.migralint.rules.locking;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.PartitionOf;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LocksHeld;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Relation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** CREATE TABLE … PARTITION OF takes the strongest lock on the whole partitioned table. */
public final class PartitionCreationLocksParent implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "partition-creation-locks-parent",
            "PARTITION OF takes a lock that stops all reads and writes of the partitioned table.",
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
        if (!(step.statement() instanceof CreateTable create)) {
            return;
        }
        create.partitionOf()
                .ifPresent(partition -> lockOnParent(step, partition)
                        .filter(lock -> lock.mode().blocking().stopsReads())
                        .filter(lock -> Serving.clients(step, lock.relation()) && !LocksHeld.cover(step, lock))
                        .ifPresent(lock -> report.accept(finding(step, create, partition, lock.mode()))));
    }

    private static Optional<Effect.TakesLock> lockOnParent(Step step, PartitionOf partition) {
        Optional<Relation> parent = step.before().relation(partition.parent()).found();
        return step.effects().of(Effect.TakesLock.class).stream()
                .filter(lock -> parent.map(found ->
                                lock.relation().id().filter(found.id()::equals).isPresent())
                        .orElseGet(() -> lock.relation()
                                .name()
                                .endsWith(partition.parent().name())))
                .filter(lock -> !lock.relation().created())
                .findFirst();
    }

    private static Finding finding(Step step, CreateTable create, PartitionOf partition, LockMode lock) {
        String parent = partition.parent().toString();
        String name = Sql.name(step, create.name());
        String target = Sql.name(step, partition.parent());
        return Finding.at(step, INFO, partition.span())
                .object(parent)
                .label(lock.words() + " lock on " + parent)
                .message("Creating " + create.name() + " as a partition stops all reads and writes of " + parent
                        + ", and waits for every running query of it first.")
                .blocks(Blocked.instant(lock, parent))
                .because(Known.relation(step, partition.parent()))
                .instead(
                        "now: a table of its own, which nobody waits for",
                        "CREATE TABLE " + name + " (LIKE " + target + " INCLUDING ALL);")
                .instead(
                        "then, under a lock that lets reads and writes go on",
                        "ALTER TABLE " + target + " ATTACH PARTITION " + name + " "
                                + Sql.text(step, partition.bound().span()) + ";")
                .build();
    }
}
