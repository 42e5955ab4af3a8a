package io.github.migralint.rules.locking;

import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Reindex;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Indexes are built again while writers wait, and readers too: planning a query opens every index of its tables. */
public final class BlockingReindex implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "blocking-reindex",
            "REINDEX stops all writes of the table, and the reads that plan, until the index is built again.",
            Category.LOCKING,
            Risk.CRITICAL,
            true,
            List.of("postgresql"));

    private static final Set<String> OFF = Set.of("false", "off", "0");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** That the statement may not stand in a transaction is another danger: outside of one it does what is told here. */
    @Override
    public boolean judgesRefused() {
        return true;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof Reindex reindex)
                || concurrently(reindex)
                || step.effects().failure().isPresent()) {
            return;
        }
        List<LockedWork> builds = LockedWork.indexBuilds(step, reindex.span());
        if (!builds.isEmpty() || !harmless(step, reindex)) {
            report.accept(finding(step, reindex, builds));
        }
    }

    private static boolean concurrently(Reindex reindex) {
        return reindex.concurrently()
                || reindex.options().stream()
                        .filter(option -> option.name().equals("concurrently"))
                        .anyMatch(BlockingReindex::on);
    }

    private static boolean on(Option option) {
        return option.value()
                .filter(value -> OFF.contains(value.toLowerCase(Locale.ROOT)))
                .isEmpty();
    }

    /** Whether it is known that nothing of what it rebuilds is in use; the catalogs always are. */
    private static boolean harmless(Step step, Reindex reindex) {
        return switch (reindex.target()) {
            case INDEX, TABLE ->
                reindex.name()
                        .filter(name ->
                                step.before().relation(name).found().isPresent() || !Serving.clients(step, name))
                        .isPresent();
            case SCHEMA, DATABASE -> step.before().complete();
            case SYSTEM -> false;
        };
    }

    private static Finding finding(Step step, Reindex reindex, List<LockedWork> builds) {
        String what = what(reindex);
        String tables = tables(reindex, builds);
        var finding = Finding.at(step, INFO, Clause.words(step, reindex.span(), 2))
                .object(what)
                .label("SHARE lock on " + tables + ", and ACCESS EXCLUSIVE on the index while it is built")
                .message("REINDEX of " + what + " stops every write of " + tables
                        + ", and every read that plans with its indexes, until they are built again.")
                .blocks("all writes of " + tables + ", and all reads that plan: planning opens every index of a table")
                .because(because(step, reindex, builds))
                .note("Queries whose generic plan is prepared and does not use the index go on.");
        LockedWork.gravest(builds).ifPresent(work -> finding.with(Blocked.during(step, work, tables)));
        advise(step, reindex, finding);
        return finding.build();
    }

    private static void advise(Step step, Reindex reindex, Finding.Builder finding) {
        if (reindex.target() == Reindex.Target.SYSTEM) {
            finding.note("The catalogs cannot be rebuilt concurrently (0A000): plan a window, or name single indexes.");
            return;
        }
        String name = reindex.name().map(n -> " " + Sql.name(step, n)).orElse("");
        finding.instead(Runner.alone(step), "REINDEX " + reindex.target() + " CONCURRENTLY" + name + ";");
        Runner.whyAlone(step, "REINDEX CONCURRENTLY").ifPresent(finding::note);
    }

    private static String what(Reindex reindex) {
        return reindex.name()
                .map(QualifiedName::toString)
                .orElse("the " + reindex.target().name().toLowerCase(Locale.ROOT));
    }

    private static String tables(Reindex reindex, List<LockedWork> builds) {
        List<String> names = builds.stream()
                .map(LockedWork::table)
                .filter(table -> !table.kind().contains("index"))
                .map(RelationKey::name)
                .distinct()
                .toList();
        return switch (reindex.target()) {
            case INDEX -> names.size() == 1 ? names.getFirst() : "its table";
            case TABLE -> what(reindex);
            case SCHEMA -> "each table of " + what(reindex);
            case DATABASE -> "each table of the database";
            case SYSTEM -> "each catalog";
        };
    }

    private static Reason because(Step step, Reindex reindex, List<LockedWork> builds) {
        Optional<QualifiedName> table = reindex.name().filter(name -> reindex.target() == Reindex.Target.TABLE);
        if (table.isPresent()) {
            return Known.relation(step, table.get());
        }
        String rebuilt = builds.isEmpty()
                ? "what it rebuilds is unknown: taken for the indexes of big and busy tables"
                : "it rebuilds "
                        + builds.stream()
                                .map(LockedWork::reason)
                                .distinct()
                                .limit(4)
                                .collect(Collectors.joining(", "))
                        + (builds.size() > 4 ? " and others" : "");
        return Reason.of(rebuilt);
    }
}
