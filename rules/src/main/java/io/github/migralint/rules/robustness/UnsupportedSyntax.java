package io.github.migralint.rules.robustness;

import io.github.migralint.ast.Unparsed;
import io.github.migralint.effect.Effect.Fails;
import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.text.Refusal;
import java.util.Optional;
import java.util.function.Consumer;

/** A statement is written in a form that the version of the server does not know, or that belongs to another engine. */
public final class UnsupportedSyntax implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unsupported-syntax",
            "The statement has a form of a newer version or of another database.",
            Category.ROBUSTNESS,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean judgesRefused() {
        return true;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Optional<Fails> failure = Refusal.of(step, Cause.NOT_IN_VERSION);
        if (failure.isPresent()) {
            report.accept(Refusal.finding(step, INFO, failure.get())
                    .because("the server is " + step.engine())
                    .build());
        } else if (step.statement() instanceof Unparsed statement) {
            ForeignSyntax.first(statement.tokens(), step.engine().dialect())
                    .filter(foreign -> isFirst(step, statement))
                    .map(foreign -> finding(step, foreign))
                    .ifPresent(report);
        }
    }

    /** A file for another engine is one mistake, told where it shows first. */
    private static boolean isFirst(Step step, Unparsed statement) {
        return UnanalyzableSql.firstForeign(step)
                .map(first -> first.equals(statement))
                .orElse(true);
    }

    private static Finding finding(Step step, ForeignSyntax foreign) {
        String engine = step.engine().label();
        String error = EngineWords.of(step).syntaxError();
        var finding = Finding.at(step, INFO, foreign.place())
                .object(foreign.words())
                .label(error + ": " + foreign.words() + " is " + foreign.owner() + " syntax")
                .message(engine + " refuses this statement with error " + error + ": " + foreign.words() + " is "
                        + foreign.owner() + " syntax.");
        if (!foreign.here().isEmpty()) {
            finding.note(engine + " writes " + foreign.here() + ".");
        }
        return finding.build();
    }
}
