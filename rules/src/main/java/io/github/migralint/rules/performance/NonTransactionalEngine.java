package io.github.migralint.rules.performance;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A table of an engine that knows no transactions. */
public final class NonTransactionalEngine implements Rule {
    private static final Set<String> WITHOUT =
            Set.of("myisam", "memory", "heap", "aria", "archive", "csv", "merge", "mrg_myisam", "blackhole");
    private static final Set<String> EMPTIED = Set.of("memory", "heap");

    private static final RuleInfo INFO = new RuleInfo(
            "non-transactional-engine",
            "A table gets a storage engine without transactions, foreign keys and online changes.",
            Category.PERFORMANCE,
            Risk.MEDIUM,
            true,
            List.of("mysql", "mariadb"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof CreateTable create && create.persistence() != Persistence.TEMPORARY) {
            engine(create.options()).ifPresent(option -> report.accept(finding(step, create.name(), option)));
        } else if (step.statement() instanceof AlterTable alter && !temporary(step, alter)) {
            alter.actions().stream()
                    .filter(AlterAction.SetOptions.class::isInstance)
                    .flatMap(action -> engine(((AlterAction.SetOptions) action).options()).stream())
                    .forEach(option -> report.accept(finding(step, alter.name(), option)));
        }
    }

    private static boolean temporary(Step step, AlterTable alter) {
        return step.before()
                .table(alter.name())
                .filter(table -> table.persistence() == Persistence.TEMPORARY)
                .isPresent();
    }

    private static Optional<Option> engine(List<Option> options) {
        return options.stream()
                .filter(option -> option.name().equals("engine"))
                .filter(option -> WITHOUT.contains(name(option)))
                .findFirst();
    }

    private static String name(Option option) {
        return option.value().orElse("").toLowerCase(Locale.ROOT);
    }

    private static Finding finding(Step step, QualifiedName table, Option engine) {
        String name = engine.value().orElse("");
        boolean emptied = EMPTIED.contains(name(engine));
        return Finding.at(step, INFO, engine.span())
                .object(table.toString())
                .label(
                        emptied
                                ? "every row of " + table.name() + " is gone after a restart"
                                : table.name() + " has no transactions: half of a failed statement stays")
                .message("The engine " + name + " has no transactions and ignores foreign keys: "
                        + (emptied
                                ? "its rows are gone after a restart of the server, each writer locks the whole table,"
                                        + " and"
                                : "a ROLLBACK undoes nothing in " + table.name()
                                        + ", each writer locks the whole table, and")
                        + " every later ALTER TABLE copies it while writers wait.")
                .instead("now", "ENGINE = InnoDB")
                .build();
    }
}
