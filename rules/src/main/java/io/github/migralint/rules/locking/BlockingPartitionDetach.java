package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A partition leaves under the strongest lock of the whole partitioned table. */
public final class BlockingPartitionDetach implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "blocking-partition-detach",
            "DETACH PARTITION stops all reads and writes of the whole partitioned table.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    private static final int CONCURRENTLY_SINCE = 14;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter) || !Serving.clients(step, alter.name())) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.DetachPartition detach) {
                lock(step).ifPresent(mode -> report.accept(finding(step, alter, detach, mode)));
            }
        }
    }

    /** The lock on the parent, where it stops readers. */
    private static Optional<LockMode> lock(Step step) {
        AlterTable alter = (AlterTable) step.statement();
        Optional<Table> parent = step.before().table(alter.name());
        return step.effects().of(Effect.TakesLock.class).stream()
                .filter(lock -> isParent(lock.relation(), parent, alter))
                .map(Effect.TakesLock::mode)
                .filter(mode -> mode.blocking().stopsReads())
                .findFirst();
    }

    private static boolean isParent(RelationKey key, Optional<Table> parent, AlterTable alter) {
        return parent.map(table -> key.id().filter(table.id()::equals).isPresent())
                .orElseGet(() -> key.name().endsWith(alter.name().name()));
    }

    private static Finding finding(Step step, AlterTable alter, AlterAction.DetachPartition detach, LockMode lock) {
        String parent = alter.name().toString();
        Optional<Table> rest = step.before().table(alter.name()).flatMap(table -> Partitions.defaultOf(step, table));
        String tables =
                parent + rest.map(table -> " and " + table.name().name()).orElse("");
        var finding = Finding.at(step, INFO, detach.span())
                .object(detach.partition().toString())
                .label(lock.words() + " lock on " + tables)
                .message("Detaching " + detach.partition() + " stops all reads and writes of " + tables
                        + ", and waits for every running query of them first.")
                .blocks(Blocked.instant(lock, tables))
                .because(Known.relation(step, alter.name()));
        referencing(step, detach, finding);
        advise(step, alter, detach, rest, finding);
        return finding.build();
    }

    /** Foreign keys that point at the parent make it worse: their tables are read. */
    private static void referencing(Step step, AlterAction.DetachPartition detach, Finding.Builder finding) {
        List<String> scanned = LockedWork.scans(step, detach.span()).stream()
                .map(work -> work.table().name())
                .filter(name -> !name.equals(detach.partition().name()))
                .distinct()
                .toList();
        if (!scanned.isEmpty()) {
            finding.note("Every row of " + String.join(", ", scanned)
                    + " is read meanwhile, under the same lock, to see" + " that none points into the partition.");
        }
    }

    private static void advise(
            Step step,
            AlterTable alter,
            AlterAction.DetachPartition detach,
            Optional<Table> rest,
            Finding.Builder finding) {
        String detachment = "ALTER TABLE " + Sql.name(step, alter.name()) + " DETACH PARTITION "
                + Sql.name(step, detach.partition());
        if (step.engine().version().major() >= CONCURRENTLY_SINCE && rest.isEmpty()) {
            finding.instead(Runner.alone(step), detachment + " CONCURRENTLY;");
            Runner.whyAlone(step, "DETACH PARTITION CONCURRENTLY").ifPresent(finding::note);
            return;
        }
        finding.instead(
                "with a bound on the wait, and repeated until it succeeds",
                "SET lock_timeout = '2s';\n" + detachment + ";");
        finding.note(
                rest.isPresent()
                        ? "Beside a default partition DETACH PARTITION CONCURRENTLY is refused (55000)."
                        : "DETACH PARTITION CONCURRENTLY exists from PostgreSQL " + CONCURRENTLY_SINCE + " on.");
    }
}
