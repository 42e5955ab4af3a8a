package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Fallen;
import io.github.migralint.rules.facts.Fallout;
import java.util.List;
import java.util.function.Consumer;

/** CASCADE drops objects that nobody named. */
public final class CascadingDrop implements Rule {
    static final RuleInfo INFO = new RuleInfo(
                    "cascading-drop",
                    "CASCADE drops objects that the statement does not name.",
                    Category.DATA,
                    Risk.CRITICAL,
                    true,
                    List.of("postgresql"))
            .replacing(
                    "immediate-table-drop",
                    "immediate-column-drop",
                    "code-object-dropped",
                    "stateful-object-dropped",
                    "constraint-dropped");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof OtherStatement other
                && other.objectKind().filter(ObjectKind.OWNED::equals).isPresent()) {
            other.objects().forEach(role -> report.accept(CascadeAdvice.owned(step, role)));
            return;
        }
        List<Cascade> cascades = cascades(step);
        if (cascades.isEmpty()) {
            return;
        }
        List<Fallen> fallen = Fallout.of(step, Cascade.named(step));
        if (!fallen.isEmpty()) {
            report.accept(CascadeAdvice.known(step, cascades.getFirst(), fallen));
            return;
        }
        for (Cascade cascade : cascades) {
            if (cascade.knowledge() == Cascade.Knowledge.NONE) {
                report.accept(CascadeAdvice.unknown(step, cascade));
            } else if (cascade.knowledge() == Cascade.Knowledge.PARTIAL) {
                report.accept(CascadeAdvice.partlyKnown(step, cascade));
            }
        }
    }

    private static List<Cascade> cascades(Step step) {
        if (step.statement() instanceof DropObject drop) {
            return drop.cascade() ? Cascade.of(step, drop) : List.of();
        }
        return step.statement() instanceof AlterTable alter ? Cascade.of(step, alter) : List.of();
    }
}
