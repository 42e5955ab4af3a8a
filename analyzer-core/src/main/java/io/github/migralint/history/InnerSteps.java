package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.EmbeddedStatement;
import io.github.migralint.effect.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of the statements that run inside one statement of a migration, in the order in which they run. */
final class InnerSteps {
    private final StepMaker maker;
    private final Statement host;
    private final int index;
    private final List<Step> steps = new ArrayList<>();

    InnerSteps(StepMaker maker, Statement host, int index) {
        this.maker = maker;
        this.host = host;
        this.index = index;
    }

    StepMaker.Start start() {
        return maker.start();
    }

    /** Makes a step of a statement that ran; an error that it may not reach, or that is caught, is none of the step. */
    void add(EmbeddedStatement embedded, StepMaker.Start start, Effects effects) {
        boolean ends = effects.failure()
                .filter(failure -> embedded.certain() && !embedded.caught().test(failure.sqlState()))
                .isPresent();
        var embedding = new Embedding(host, embedded.place(), embedded.composed(), embedded.provisos());
        steps.add(maker.step(
                embedded.statement(),
                index,
                start,
                ends ? effects : effects.withoutFailure(),
                Optional.of(embedding),
                List.of()));
    }

    List<Step> all() {
        return steps;
    }
}
