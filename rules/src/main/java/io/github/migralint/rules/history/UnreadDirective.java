package io.github.migralint.rules.history;

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

/** A comment asks for no transaction where, or in words that, the migration tool does not read. */
public final class UnreadDirective implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unread-directive",
            "A comment asks for no transaction, but the migration tool does not read it.",
            Category.HISTORY,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        // comments belong to no step: the whole history is asked in the end
    }

    @Override
    public void finish(History history, Consumer<Finding> report) {
        for (Migration migration : history.migrations()) {
            migration.remarks().stream()
                    .filter(Remark.UnreadDirective.class::isInstance)
                    .map(Remark.UnreadDirective.class::cast)
                    .forEach(unread -> report.accept(finding(migration, unread)));
        }
    }

    private static Finding finding(Migration migration, Remark.UnreadDirective unread) {
        String wayOut = migration.transaction().wayOut();
        Finding.Builder finding = Finding.at(new Place(migration.text(), unread.span()), INFO)
                .object(migration.text().slice(unread.span()).strip())
                .label(unread.tool() + " does not read this")
                .message("This comment asks for no transaction, but " + unread.tool()
                        + " does not read it: the statements run in one all the same.")
                .because(migration.transaction().reason());
        if (!wayOut.isEmpty()) {
            finding.note("A statement that no transaction may hold goes alone into its own migration, " + wayOut + ".");
        }
        return finding.build();
    }
}
