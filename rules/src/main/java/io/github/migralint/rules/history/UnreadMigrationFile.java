package io.github.migralint.rules.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.framework.Remark;
import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import java.util.function.Consumer;

/** A file was written as a migration, but its tool passes over it because of its name. */
public final class UnreadMigrationFile implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unread-migration-file",
            "The migration tool passes over the file without a word, because of its name.",
            Category.HISTORY,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        // what a tool does not run may have no step: the whole history is asked in the end
    }

    @Override
    public void finish(History history, Consumer<Finding> report) {
        for (Migration migration : history.migrations()) {
            migration.remarks().stream()
                    .filter(Remark.UnreadFile.class::isInstance)
                    .map(Remark.UnreadFile.class::cast)
                    .filter(unread -> !migration.statements().isEmpty())
                    .forEach(unread -> report(migration, unread, report));
        }
    }

    private static void report(Migration migration, Remark.UnreadFile unread, Consumer<Finding> report) {
        Statement first = migration.statements().getFirst();
        Finding.Builder finding = Finding.at(new Place(migration.text(), first.span()), INFO)
                .object(migration.shortName())
                .label(unread.tool() + " never runs this file")
                .message(unread.tool() + " never runs " + migration.shortName() + ": it runs only " + unread.wanted()
                        + ".")
                .because(unread.tool() + " says nothing about files that it passes over");
        if (!unread.better().isEmpty()) {
            finding.instead("rename the file", unread.better());
        }
        report.accept(finding.build());
    }
}
