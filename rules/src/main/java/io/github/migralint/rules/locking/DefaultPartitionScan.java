package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.PartitionBound;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Work;
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
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A new partition makes the server look for its rows in the default partition, while everybody waits. */
public final class DefaultPartitionScan implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "default-partition-scan",
                    "A new partition reads the whole default partition while all its reads and writes wait.",
                    Category.LOCKING,
                    Risk.HIGH,
                    true,
                    List.of("postgresql"))
            .replacing("partition-creation-locks-parent");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof CreateTable create) {
            create.partitionOf()
                    .ifPresent(partition -> check(
                            step, partition.parent(), create.name(), partition.bound(), partition.span(), report));
        }
        if (step.statement() instanceof AlterTable alter) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof AlterAction.AttachPartition attach) {
                    attach.bound()
                            .ifPresent(bound ->
                                    check(step, alter.name(), attach.partition(), bound, attach.span(), report));
                }
            }
        }
    }

    private static void check(
            Step step,
            QualifiedName parentName,
            QualifiedName partition,
            PartitionBound bound,
            Span clause,
            Consumer<Finding> report) {
        Optional<Table> parent = step.before().table(parentName);
        Optional<Table> rest = parent.flatMap(table -> Partitions.defaultOf(step, table));
        if (rest.isEmpty()) {
            return;
        }
        LockedWork.gravest(LockedWork.scans(step, clause).stream()
                        .filter(work -> work.table().id().stream()
                                .flatMap(id -> Partitions.withAncestors(step, id))
                                .anyMatch(rest.get().id()::equals))
                        .toList())
                .ifPresent(work -> {
                    String condition = PartitionCondition.outside(step, parent.get(), bound);
                    var finding = start(step, parentName, partition, clause, rest.get(), work);
                    report.accept(advised(step, parentName, rest.get(), condition, finding));
                });
    }

    private static Finding.Builder start(
            Step step, QualifiedName parent, QualifiedName partition, Span clause, Table rest, LockedWork work) {
        String name = rest.name().name();
        boolean created = step.statement() instanceof CreateTable;
        String tables = created ? parent + " and its default partition " + name : name;
        return Finding.at(step, INFO, clause)
                .object(parent.toString())
                .label(Blocked.label(work.lock(), tables, Work.SCAN))
                .message("The new partition " + partition + " of " + parent + " makes the server read every row of the"
                        + " default partition " + name + " under " + work.lock().words() + ".")
                .with(Blocked.during(step, work, tables))
                .because(Known.since(
                        name + " is the default partition of " + parent, rest.origin(), name + " was created here"));
    }

    private static Finding advised(
            Step step, QualifiedName parent, Table rest, String condition, Finding.Builder finding) {
        String target = "ALTER TABLE " + Sql.beside(step, parent, rest.name().name());
        String check = step.quote(rest.name().name() + "_excludes");
        return finding.instead(
                        "an earlier migration: no such row may come in any more",
                        target + " ADD CONSTRAINT " + check + " CHECK (" + condition + ") NOT VALID;")
                .instead("next migration: reads and writes go on", target + " VALIDATE CONSTRAINT " + check + ";")
                .instead(
                        "then: the CHECK proves it, no row is read",
                        Sql.text(step, step.statement().span()) + ";\n" + target + " DROP CONSTRAINT " + check + ";")
                .note("Rows of the new partition that lie in the default partition make it fail (23514): move them"
                        + " first. New rows of that range are refused from the CHECK to the new partition.")
                .build();
    }
}
