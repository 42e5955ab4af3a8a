package io.github.migralint.rules.performance;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.engine.IndexHiding;
import io.github.migralint.rules.facts.DroppedIndex;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.IndexShape;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An index goes for good that queries may use. */
public final class IndexDropped implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "index-dropped",
            "An index is dropped that queries of the running release may use, without hiding it first.",
            Category.PERFORMANCE,
            Risk.MEDIUM,
            true,
            Engines.MYSQL_AND_MARIADB);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        for (DroppedIndex dropped : DroppedIndex.of(step)) {
            boolean unique = dropped.index().filter(Index::unique).isPresent();
            if (!unique && !replacedAtOnce(step, dropped) && !builtAgain(step, dropped)) {
                report.accept(finding(step, dropped));
            }
        }
    }

    /** Whether the same statement builds an index that begins with the same column. */
    private static boolean replacedAtOnce(Step step, DroppedIndex dropped) {
        return dropped.index()
                .filter(lost -> step.after().indexesOf(lost.table()).stream()
                        .anyMatch(other -> step.before().index(other.id()).isEmpty()
                                && first(other).equals(first(lost))))
                .isPresent();
    }

    /** Whether the rest of the migration gives the name to another index: this one cannot stay hidden beside it. */
    private static boolean builtAgain(Step step, DroppedIndex dropped) {
        return step.following().stream()
                .flatMap(IndexDropped::built)
                .anyMatch(built -> built.equalsIgnoreCase(dropped.table() + "." + dropped.name()));
    }

    /** The names of the indexes that a statement builds, behind that of their table. */
    private static Stream<String> built(Statement statement) {
        if (statement instanceof CreateIndex index) {
            return index.name().stream().map(name -> index.table() + "." + name.value());
        }
        return statement instanceof AlterTable alter
                ? alter.actions().stream()
                        .filter(MysqlAction.AddIndex.class::isInstance)
                        .flatMap(action -> ((MysqlAction.AddIndex) action).index().name().stream())
                        .map(name -> alter.name() + "." + name.value())
                : Stream.empty();
    }

    private static Optional<ObjectId> first(Index index) {
        return Ending.columns(index).stream().findFirst();
    }

    private static Finding finding(Step step, DroppedIndex dropped) {
        String name = dropped.name();
        String table = dropped.table().name();
        var finding = Finding.at(step, INFO, dropped.place())
                .object(dropped.table() + "." + name)
                .label("queries that use " + name + " read the whole table from now on")
                .message("Dropping " + name + " is quick and building it again is not: queries of " + table
                        + " that use it read every row until then.")
                .because(Known.relation(step, dropped.table()));
        Optional<Index> twin = dropped.index().flatMap(lost -> covering(step, lost));
        if (twin.isPresent()) {
            String other = twin.get().name().name();
            finding.atMost(Risk.LOW, other + " begins with the same columns");
        } else if (hiddenEarlier(step, dropped)) {
            finding.atMost(Risk.LOW, "an earlier release hid it from the planner");
        } else {
            hide(step, dropped, finding);
        }
        return finding.build();
    }

    private static Optional<Index> covering(Step step, Index lost) {
        return step.before().indexesOf(lost.table()).stream()
                .filter(other -> !other.id().equals(lost.id()) && other.visible())
                .filter(other -> IndexShape.serves(other, lost))
                .findFirst();
    }

    private static boolean hiddenEarlier(Step step, DroppedIndex dropped) {
        boolean hidden = dropped.index().filter(index -> !index.visible()).isPresent();
        boolean now = Shipment.before(step)
                .anyMatch(earlier -> earlier.statement() instanceof AlterTable alter
                        && alter.actions().stream()
                                .anyMatch(action -> action instanceof MysqlAction.SetIndexVisibility set
                                        && set.index().value().equalsIgnoreCase(dropped.name())));
        return hidden && !now;
    }

    private static void hide(Step step, DroppedIndex dropped, Finding.Builder finding) {
        String alter = "ALTER TABLE " + Sql.name(step, dropped.table());
        String index = step.quote(dropped.name());
        IndexHiding.word(step.engine())
                .ifPresentOrElse(
                        word -> finding.instead(
                                        "now: nobody uses it, and it is kept up to date",
                                        alter + " ALTER INDEX " + index + " " + word + ";")
                                .instead(
                                        "if queries get slow, it is back in an instant",
                                        alter + " ALTER INDEX " + index + " " + IndexHiding.back(step.engine()) + ";")
                                .instead(
                                        "in a later release",
                                        "DROP INDEX " + index + " ON " + Sql.name(step, dropped.table()) + ";"),
                        () -> finding.instead(
                                "first: whether anybody uses it",
                                IndexHiding.usage(step.engine(), dropped.table().name())));
    }
}
