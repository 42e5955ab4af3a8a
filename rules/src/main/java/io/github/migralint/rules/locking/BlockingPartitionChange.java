package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction.ChangePartitions;
import io.github.migralint.ast.MysqlAction.ChangePartitions.Operation;
import io.github.migralint.effect.Effect;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.LockRequest;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Partitions are made, moved or emptied while the clients of the whole table wait. */
public final class BlockingPartitionChange implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "blocking-partition-change",
            "Partitions are reorganized, emptied or exchanged while clients of the whole table wait.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            Engines.MYSQL_AND_MARIADB);

    private static final Set<Operation> COPIES_ALL = EnumSet.of(Operation.PARTITION_BY, Operation.REMOVE_PARTITIONING);
    private static final Set<Operation> LOSES_ROWS = EnumSet.of(Operation.DROP, Operation.TRUNCATE);
    private static final Set<Operation> EXCHANGES =
            EnumSet.of(Operation.EXCHANGE, Operation.CONVERT_TO_TABLE, Operation.CONVERT_TABLE_TO);
    private static final Set<Operation> HARMLESS =
            EnumSet.of(Operation.ANALYZE, Operation.CHECK, Operation.DISCARD_TABLESPACE, Operation.IMPORT_TABLESPACE);

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
            if (action instanceof ChangePartitions change && !HARMLESS.contains(change.operation())) {
                report.accept(finding(step, alter, change));
            }
        }
    }

    private static Finding finding(Step step, AlterTable alter, ChangePartitions change) {
        String table = alter.name().toString();
        boolean passes = passes(step, change);
        var finding = Finding.at(step, INFO, Clause.words(step, change.span(), 2))
                .risk(passes ? Risk.LOW : Risk.HIGH)
                .object(table)
                .label(label(change, table, passes))
                .message(message(change, table, passes))
                .blocks(blocks(change, table, passes))
                .because(Known.relation(step, alter.name()));
        advise(step, alter, change, passes, finding);
        return finding.build();
    }

    /** A new range or list holds no rows yet. */
    private static boolean passes(Step step, ChangePartitions change) {
        Optional<Effect.ChangesTable> cost = ClauseWork.change(step, change.span());
        return change.operation() == Operation.ADD
                && cost.filter(found ->
                                !found.way().stopsWrites() && !found.way().rebuilds())
                        .isPresent();
    }

    private static String words(ChangePartitions change) {
        return change.operation().name().replace('_', ' ')
                + (COPIES_ALL.contains(change.operation()) || EXCHANGES.contains(change.operation())
                        ? ""
                        : " PARTITION");
    }

    private static String label(ChangePartitions change, String table, boolean passes) {
        if (passes) {
            return "waits for every running query of " + table;
        }
        if (LOSES_ROWS.contains(change.operation())) {
            return "the rows of " + named(change) + " are gone, and " + table + " is locked as a whole";
        }
        return EXCHANGES.contains(change.operation())
                ? "everybody waits for " + table + " as a whole"
                : "copies rows of " + table + " while its writers wait";
    }

    private static String message(ChangePartitions change, String table, boolean passes) {
        String words = words(change);
        if (passes) {
            return words + " is quick, but waits for every transaction that has read " + table
                    + ", whatever partition that read.";
        }
        if (LOSES_ROWS.contains(change.operation())) {
            return words + " loses the rows of " + named(change) + " for good, and waits for every transaction that has"
                    + " read " + table + ", whatever partition that read.";
        }
        if (EXCHANGES.contains(change.operation())) {
            return words + " takes " + table + " from everybody while it checks rows and exchanges files.";
        }
        return words + " copies " + (COPIES_ALL.contains(change.operation()) ? "all rows of " : "rows of ") + table
                + " while its writers wait.";
    }

    private static String blocks(ChangePartitions change, String table, boolean passes) {
        boolean instant = passes || LOSES_ROWS.contains(change.operation());
        return instant || EXCHANGES.contains(change.operation())
                ? "all reads and writes of " + table
                        + ": short once the lock is there, but it queues behind running transactions, and everything"
                        + " that comes later queues behind it"
                : "INSERT, UPDATE and DELETE on " + table + ", until the last row is copied";
    }

    private static String named(ChangePartitions change) {
        return change.partitions().isEmpty()
                ? "all partitions"
                : change.partitions().stream().map(Identifier::value).collect(Collectors.joining(", "));
    }

    private static void advise(
            Step step, AlterTable alter, ChangePartitions change, boolean passes, Finding.Builder finding) {
        String statement = Sql.text(step, alter.span()) + ";";
        if (COPIES_ALL.contains(change.operation())) {
            OnlineDdl.besides(step, alter.name(), Sql.text(step, change.span())).accept(finding);
        } else if (LOSES_ROWS.contains(change.operation())) {
            finding.instead(
                    "first out of the table, with a bound on the wait; dropped when nobody misses it",
                    LockRequest.setting(step) + "\nALTER TABLE " + Sql.name(step, alter.name())
                            + " EXCHANGE PARTITION "
                            + change.partitions().stream()
                                    .findFirst()
                                    .map(partition -> step.quote(partition.value()))
                                    .orElse("/* partition */")
                            + " WITH TABLE /* an empty table that is alike */;");
        } else if (passes || EXCHANGES.contains(change.operation())) {
            finding.instead("with a bound on the wait", LockRequest.setting(step) + "\n" + statement);
        } else {
            finding.instead(
                            "in a window in which nobody writes, with a bound on the wait",
                            LockRequest.setting(step) + "\n" + statement)
                    .note("A range that is split while its last partition is still empty copies nothing: add partitions"
                            + " ahead of time.");
        }
        if (!passes) {
            finding.note(OnlineDdl.LAG);
        }
    }
}
