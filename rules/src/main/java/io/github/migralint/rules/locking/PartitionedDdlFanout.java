package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Effect;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One statement waits for the strongest lock on many partitions at once, and holds the first until it has the last. */
public final class PartitionedDdlFanout implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "partitioned-ddl-fanout",
                    "One statement takes the strongest lock on a partitioned table and on many partitions together.",
                    Category.LOCKING,
                    Risk.MEDIUM,
                    true,
                    List.of("postgresql"))
            .withStanding(Standing.ATTACHED);

    /** From so many partitions on the wait for all of their locks is a danger of its own. */
    private static final int MANY = 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Optional<Table> parent = parent(step);
        if (parent.isEmpty() || !Serving.clients(step, parent.get().id())) {
            return;
        }
        Set<ObjectId> partitions = new HashSet<>();
        Partitions.descendants(step, parent.get()).forEach(partition -> partitions.add(partition.id()));
        long locked = step.effects().of(Effect.TakesLock.class).stream()
                .filter(lock -> lock.mode().blocking().stopsReads())
                .filter(lock ->
                        lock.relation().id().filter(partitions::contains).isPresent())
                .filter(lock -> Serving.clients(step, lock.relation()))
                .count();
        if (locked >= MANY) {
            report.accept(finding(step, parent.get(), locked));
        }
    }

    private static Optional<Table> parent(Step step) {
        Optional<Table> table = Optional.empty();
        if (step.statement() instanceof AlterTable alter) {
            table = step.before().table(alter.name());
        } else if (step.statement() instanceof DropObject drop && drop.kind() == ObjectKind.INDEX) {
            table = drop.objects().stream()
                    .flatMap(object -> step.before().index(object.name()).stream())
                    .map(Index::table)
                    .flatMap(id -> step.before().table(id).stream())
                    .findFirst();
        }
        return table.filter(found -> found.kind() == Table.Kind.PARTITIONED);
    }

    private static Finding finding(Step step, Table parent, long locked) {
        String name = parent.name().name();
        return Finding.at(step, INFO, Clause.words(step, step.statement().span(), 2))
                .object(name)
                .label("ACCESS EXCLUSIVE lock on " + name + " and " + locked + " partitions together")
                .message("The statement waits for ACCESS EXCLUSIVE on " + name + " and " + locked
                        + " partitions, one after the other, and keeps each until it has them all.")
                .blocks("all reads and writes of " + name + ", from the first lock that it gets until the last, behind"
                        + " every running query of any partition")
                .instead(
                        "where it is a constraint: on each partition first, in a transaction of its own",
                        "-- ALTER TABLE <partition> ADD CONSTRAINT …; the parent then finds it and reads nothing")
                .instead("with a bound on the wait, and repeated until it succeeds", "SET lock_timeout = '2s';")
                .build();
    }
}
