package io.github.migralint.rules.robustness;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.source.Span;
import java.util.function.Consumer;

/** A statement cannot run a second time, where no transaction takes the first one back. */
public final class MissingExistenceGuard implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "missing-existence-guard",
            "A statement that no transaction takes back fails when it runs a second time.",
            Category.ROBUSTNESS,
            Risk.LOW,
            false,
            Engines.ALL);

    private static final int SHOWN = 100;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        boolean takenBack = EngineWords.of(step).takesBackSchemaChanges()
                && step.transaction().open();
        if (!takenBack) {
            Unguarded.of(step).forEach(unguarded -> report.accept(finding(step, unguarded)));
        }
    }

    private static Finding finding(Step step, Unguarded unguarded) {
        String guard = unguarded.guard();
        String again = unguarded.drops() ? "is gone" : "is there";
        return Finding.at(step, INFO, place(step, unguarded))
                .object(unguarded.name())
                .label("fails the second time: no " + guard)
                .message("When this migration stops behind this statement and is run again, " + unguarded.name() + " "
                        + again + " already, and the statement fails.")
                .because(
                        EngineWords.of(step).takesBackSchemaChanges()
                                ? step.migration().transaction().reason()
                                : step.engine().label() + " commits at each change of the schema")
                .instead("so that it can run again", guarded(step, unguarded))
                .note(
                        unguarded.drops()
                                ? "A name that is written wrong is then skipped as well."
                                : "What is there under that name is then left as it is, whatever it looks like.")
                .build();
    }

    private static Span place(Step step, Unguarded unguarded) {
        return step.statement() instanceof AlterTable ? unguarded.place() : Clause.words(step, unguarded.place(), 3);
    }

    private static String guarded(Step step, Unguarded unguarded) {
        Span place = unguarded.place();
        int name = unguarded.nameSpan().start();
        String head = Sql.text(step, new Span(place.start(), name));
        String tail = Sql.text(step, new Span(name, place.end()));
        boolean brief = tail.length() <= SHOWN && !tail.contains("\n");
        return (step.statement() instanceof AlterTable alter ? "ALTER TABLE " + Sql.name(step, alter.name()) + " " : "")
                + head + " " + unguarded.guard() + " "
                + (brief ? tail + ";" : Sql.text(step, unguarded.nameSpan()) + " /* … */;");
    }
}
