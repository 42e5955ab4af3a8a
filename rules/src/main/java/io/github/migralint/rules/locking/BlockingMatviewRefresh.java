package io.github.migralint.rules.locking;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.RefreshMaterializedView;
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
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A materialized view is filled again while its readers wait. */
public final class BlockingMatviewRefresh implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "blocking-matview-refresh",
            "A materialized view is filled again while everybody who reads it waits.",
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
        if (!(step.statement() instanceof RefreshMaterializedView refresh) || neverFilled(step, refresh.name())) {
            return;
        }
        LockedWork.rewrite(step, refresh.span())
                .filter(work -> work.lock().blocking().stopsReads())
                .ifPresent(work -> report.accept(finding(step, refresh, work)));
    }

    /** A view that was never filled answers no query that could have to wait. */
    private static boolean neverFilled(Step step, QualifiedName name) {
        return view(step, name).filter(view -> !view.populated()).isPresent();
    }

    private static Finding finding(Step step, RefreshMaterializedView refresh, LockedWork work) {
        String view = refresh.name().toString();
        var finding = Finding.at(step, INFO, Clause.words(step, refresh.span(), 3))
                .object(view)
                .label(work.lock().words() + " lock on " + view + " while its query runs")
                .message("Refreshing " + view + " stops all its readers until its query has run and every row is"
                        + " written.")
                .with(Blocked.during(step, work, view))
                .blocks("all reads of " + view + ", from the moment it waits for the lock until its query has run")
                .because(Known.relation(step, refresh.name()));
        if (!hasKey(step, refresh.name())) {
            finding.instead(
                    "first a unique index over all rows, " + Runner.alone(step),
                    "CREATE UNIQUE INDEX CONCURRENTLY "
                            + step.quote(refresh.name().name() + "_key") + " ON " + Sql.name(step, refresh.name())
                            + " (/* columns that are unique together */);");
        }
        return finding.instead(
                        "readers go on",
                        "REFRESH MATERIALIZED VIEW CONCURRENTLY " + Sql.name(step, refresh.name()) + ";")
                .note("Without a unique index over all rows CONCURRENTLY is refused (55000). It is slower, and two of"
                        + " them wait for each other.")
                .build();
    }

    private static boolean hasKey(Step step, QualifiedName name) {
        return step.before().relation(name).found().map(Relation::id).stream()
                .flatMap(id -> step.before().indexesOf(id).stream())
                .anyMatch(index ->
                        index.unique() && index.predicate().isEmpty() && !index.hasExpressions() && index.valid());
    }

    private static Optional<View> view(Step step, QualifiedName name) {
        return step.before()
                .relation(name)
                .found()
                .filter(View.class::isInstance)
                .map(View.class::cast);
    }
}
