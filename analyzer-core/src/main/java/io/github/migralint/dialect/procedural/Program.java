package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.dialect.Execution;
import io.github.migralint.effect.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Code that can be run.
 *
 * @param block what it says
 * @param parameters the values of its parameters, by name and by number: {@code $1}
 */
public record Program(Block block, Map<String, Value> parameters) {
    public Program {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Runs it.
     *
     * @return the error that it surely ends with, if it does
     */
    public Optional<Effect.Fails> run(Execution execution, Language language) {
        var interpreter = new Interpreter(execution, language);
        parameters.forEach((name, value) -> interpreter.frames().declare(name, value, true));
        Course course = interpreter.block(block, List.of());
        return course.possible().isEmpty() ? course.failure().map(Exit.Failure::error) : Optional.empty();
    }
}
