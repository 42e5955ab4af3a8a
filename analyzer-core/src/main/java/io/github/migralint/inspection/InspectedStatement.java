package io.github.migralint.inspection;

import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effects;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.Step;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One statement.
 *
 * @param statement the statement
 * @param place where it stands in the file, or what puts it together
 * @param composed its text, if it was put together while a block ran
 * @param condition what must hold for it to run, to be read after "only if"; empty when it surely runs
 * @param direction of the part of the file that it stands in
 * @param effects what it does, with all that stands inside it
 * @param embedded the statements that run inside it, in the order in which they run
 */
public record InspectedStatement(
        Statement statement,
        Span place,
        Optional<SourceText> composed,
        Optional<String> condition,
        Direction direction,
        Effects effects,
        List<InspectedStatement> embedded) {
    public InspectedStatement {
        embedded = List.copyOf(embedded);
    }

    /** A statement that was not run. */
    public static InspectedStatement of(Statement statement, Direction direction, Effects effects) {
        return new InspectedStatement(
                statement, statement.span(), Optional.empty(), Optional.empty(), direction, effects, List.of());
    }

    /** A statement that ran. */
    public static InspectedStatement of(Step step, Direction direction) {
        return new InspectedStatement(
                step.statement(),
                step.place(step.statement().span()),
                step.embedding().flatMap(embedding -> embedding.composed()),
                step.embedding().flatMap(embedding -> embedding.condition()),
                direction,
                step.effects(),
                step.embedded().stream().map(inner -> of(inner, direction)).toList());
    }
}
