package io.github.migralint.rules.transaction;

import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.HeldLock;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.facts.LockRequest;
import io.github.migralint.rules.facts.LockWindows;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Held;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Membership;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A table stays locked while the transaction waits, without an end, for the lock on another. */
public final class WideLockWindow implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "wide-lock-window",
                    "A table stays locked for all while the transaction waits without bound for the lock on another.",
                    Category.TRANSACTION,
                    Risk.MEDIUM,
                    true,
                    List.of("postgresql"))
            .withStanding(Standing.ATTACHED);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.transaction().held().isEmpty() || LockRequest.isShort(step)) {
            return;
        }
        Optional<Origin> first = LockWindows.stoppingReaders(step).findFirst().map(HeldLock::origin);
        // the third table of a transaction is no news
        boolean only = first.isPresent()
                && LockWindows.stoppingReaders(step)
                        .allMatch(window -> window.origin().equals(first.get()));
        if (only) {
            List<HeldLock> windows = LockWindows.stoppingReaders(step).toList();
            LockRequest.all(step)
                    .filter(request -> request.mode().blocking().stopsReads() && isAnother(step, request, windows))
                    .findFirst()
                    .ifPresent(request -> report.accept(finding(step, request, windows)));
        }
    }

    /** A partition and its parent are one table to their users, and one that is dropped now has none. */
    private static boolean isAnother(Step step, LockRequest request, List<HeldLock> windows) {
        return !LockWindows.drops(step.statement(), request.table())
                && windows.stream()
                        .noneMatch(window -> window.isOn(request.table()) || related(step, window, request.table()));
    }

    private static boolean related(Step step, HeldLock window, RelationKey table) {
        Optional<ObjectId> one = root(step, window.relation());
        return one.isPresent() && one.equals(root(step, table));
    }

    private static Optional<ObjectId> root(Step step, RelationKey relation) {
        return relation.id()
                .map(id -> step.before()
                        .object(id)
                        .filter(Table.class::isInstance)
                        .map(Table.class::cast)
                        .flatMap(Table::partitionOf)
                        .map(Membership::parent)
                        .orElse(id));
    }

    private static Finding finding(Step step, LockRequest request, List<HeldLock> windows) {
        String table = request.table().name();
        var finding = Finding.at(step, INFO, Clause.words(step, step.statement().span(), 2))
                .object(table)
                .label("waits for " + table + " while " + Held.tables(windows)
                        + (windows.size() > 1 ? " stay locked for all" : " stays locked for all"))
                .message("The transaction waits for every running query of " + table + " while it keeps "
                        + Held.since(step, windows)
                        + ": a client that uses both tables the other way round is a deadlock.")
                .blocks(Held.blocked(windows, "as long as any query of " + table + " runs"))
                .because("no lock_timeout ends the wait")
                .instead("first in the file, so that the wait ends", LockRequest.setting(step))
                .instead(
                        "better: in a migration of its own",
                        Sql.text(step, step.statement().span()) + ";");
        Held.show(windows, finding);
        return finding.build();
    }
}
