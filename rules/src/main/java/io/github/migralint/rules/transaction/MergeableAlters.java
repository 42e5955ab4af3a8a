package io.github.migralint.rules.transaction;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.facts.OnlineChange;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Several statements of one file work through the whole of one table, where one with the clauses of all would do. */
public final class MergeableAlters implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "mergeable-alters",
            "Several ALTER TABLE statements go through every row of one table, where one would do.",
            Category.TRANSACTION,
            Risk.LOW,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void compare(List<Step> migration, Consumer<Finding> report) {
        var merges = new ArrayList<List<HeavyAlter>>();
        for (int i = 0; i < migration.size(); i++) {
            Optional<HeavyAlter> alter = HeavyAlter.of(migration.get(i), i);
            if (alter.isPresent()) {
                mergeOf(merges, alter.get(), migration)
                        .ifPresentOrElse(
                                merge -> merge.add(alter.get()),
                                () -> merges.add(new ArrayList<>(List.of(alter.get()))));
            }
        }
        merges.stream().filter(merge -> merge.size() > 1).forEach(merge -> report.accept(finding(merge)));
    }

    /** The last of those before whose table it changes, if the two can be one. */
    private static Optional<List<HeavyAlter>> mergeOf(
            List<List<HeavyAlter>> merges, HeavyAlter alter, List<Step> migration) {
        return merges.stream()
                .filter(merge -> merge.getFirst().changesTableOf(alter.alter().name()))
                .reduce((earlier, later) -> later)
                .filter(merge -> merge.stream().allMatch(member -> member.joins(alter)))
                .filter(merge -> mayMoveUp(alter, merge.getFirst().index(), migration));
    }

    /** Whether no statement between it and the first needs that one alone, or has to be there before it. */
    private static boolean mayMoveUp(HeavyAlter alter, int first, List<Step> migration) {
        return migration.subList(first + 1, alter.index()).stream().allMatch(alter::mayPass);
    }

    private static Finding finding(List<HeavyAlter> merge) {
        HeavyAlter second = merge.get(1);
        Step step = second.step();
        AlterTable alter = second.alter();
        String table = alter.name().toString();
        boolean rewrites = merge.stream().allMatch(HeavyAlter::rewrites);
        Origin first = step.migration().origin(merge.getFirst().alter());
        var finding = Finding.at(step, INFO, Clause.words(step, alter.span(), 2))
                .object(table)
                .label((rewrites ? "writes every row of " + table + " anew" : "goes through every row of " + table)
                        + " once more; one statement with line " + first.line() + " would do it once")
                .message(merge.size() + " statements of this file "
                        + (rewrites ? "write every row of " + table + " anew" : "go through every row of " + table)
                        + ", one after the other; one ALTER TABLE with the clauses of all does that once.")
                .because(Known.relation(step, alter.name()))
                .instead("in one statement", merged(step, merge))
                .related(Related.at(first, "the first time is here"));
        if (!EngineWords.of(step).takesBackSchemaChanges()) {
            finding.note("Its clauses are then done all or not at all.");
        }
        return finding.build();
    }

    private static String merged(Step step, List<HeavyAlter> merge) {
        AlterTable first = merge.getFirst().alter();
        String clauses = merge.stream()
                .flatMap(member -> member.alter().actions().stream())
                .map(AlterAction::span)
                .map(span -> "    " + Sql.text(step, span))
                .collect(Collectors.joining(",\n"));
        return "ALTER TABLE " + (first.only() ? "ONLY " : "") + Sql.name(step, first.name()) + "\n" + clauses
                + demands(merge) + ";";
    }

    /** Where writers go on the server is asked to refuse rather than to stop them. */
    private static String demands(List<HeavyAlter> merge) {
        return merge.stream()
                .flatMap(member -> OnlineChange.of(member.step()).stream())
                .map(OnlineChange::way)
                .reduce(OnlineWay::and)
                .filter(way -> !way.stopsWrites())
                .map(OnlineDdl::demands)
                .orElse("");
    }
}
