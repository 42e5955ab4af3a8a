package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table that becomes a partition is read, or gets indexes, while everybody who uses it waits. */
public final class AttachPartitionScan implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "attach-partition-scan",
            "Attaching a partition reads its rows, or builds its indexes, while all its reads and writes wait.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.AttachPartition attach) {
                Optional<LockedWork> scan = LockedWork.gravest(LockedWork.scans(step, attach.span()).stream()
                        .filter(work -> isPartition(step, work.table(), attach.partition()))
                        .toList());
                List<LockedWork> builds = LockedWork.indexBuilds(step, attach.span());
                LockedWork.gravest(builds)
                        .or(() -> scan)
                        .ifPresent(work -> report.accept(finding(step, alter, attach, work, scan, builds)));
            }
        }
    }

    /** Whether a table is the new partition, or lies below it. */
    private static boolean isPartition(Step step, RelationKey table, QualifiedName partition) {
        Optional<Relation> found = step.before().relation(partition).found();
        return found.map(Relation::id)
                .map(id -> table.id().stream()
                        .flatMap(scanned -> Partitions.withAncestors(step, scanned))
                        .anyMatch(id::equals))
                .orElseGet(() -> table.name().endsWith(partition.name()));
    }

    private static Finding finding(
            Step step,
            AlterTable alter,
            AlterAction.AttachPartition attach,
            LockedWork work,
            Optional<LockedWork> scan,
            List<LockedWork> builds) {
        String partition = attach.partition().toString();
        var finding = Finding.at(step, INFO, attach.span())
                .object(partition)
                .label(Blocked.label(work.lock(), partition, work.kind()))
                .message("Attaching " + partition + " to " + alter.name() + " " + what(scan, builds) + " under "
                        + work.lock().words() + ".")
                .with(Blocked.during(step, work, partition))
                .because(Known.relation(step, attach.partition()));
        if (!builds.isEmpty()) {
            indexesFirst(step, attach, builds, finding);
        }
        scan.ifPresent(unproved -> check(step, alter, attach, unproved, finding));
        return finding.build();
    }

    private static String what(Optional<LockedWork> scan, List<LockedWork> builds) {
        String indexes = builds.size() == 1 ? "an index" : builds.size() + " indexes";
        if (builds.isEmpty()) {
            return "reads every row to see that it belongs there,";
        }
        return scan.isPresent()
                ? "reads every row and builds " + indexes + " that the parent has,"
                : "builds " + indexes + " that the parent has";
    }

    private static void indexesFirst(
            Step step, AlterAction.AttachPartition attach, List<LockedWork> builds, Finding.Builder finding) {
        finding.instead(
                "an earlier migration, alone: what the parent has",
                "-- CREATE [UNIQUE] INDEX CONCURRENTLY … ON " + Sql.name(step, attach.partition())
                        + " (…), in place of "
                        + String.join(
                                ", ",
                                builds.stream()
                                        .map(LockedWork::reason)
                                        .distinct()
                                        .toList()));
    }

    private static void check(
            Step step, AlterTable alter, AlterAction.AttachPartition attach, LockedWork scan, Finding.Builder finding) {
        if (scan.reason().contains("foreign key")) {
            finding.note("Give the partition the foreign keys of the parent first, NOT VALID, and validate them.");
        }
        Optional<Table> parent = step.before().table(alter.name());
        String condition = parent.flatMap(
                        table -> attach.bound().map(bound -> PartitionCondition.within(step, table, bound)))
                .orElse("/* what FOR VALUES says, and NOT NULL */");
        String target = "ALTER TABLE " + Sql.name(step, attach.partition());
        String check = step.quote(attach.partition().name() + "_bound");
        finding.instead(
                        "for new rows, in an instant",
                        target + " ADD CONSTRAINT " + check + " CHECK (" + condition + ") NOT VALID;")
                .instead("next migration: reads and writes go on", target + " VALIDATE CONSTRAINT " + check + ";")
                .instead(
                        "then: the CHECK proves it, no row is read",
                        Sql.text(step, alter.span()) + ";\n" + target + " DROP CONSTRAINT " + check + ";");
    }
}
