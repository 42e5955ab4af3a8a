package io.github.migralint.dialect.mysql.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.MysqlStatement.Execute;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.EmbeddedStatement;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.Proviso;
import io.github.migralint.dialect.mysql.evaluation.Evaluator;
import io.github.migralint.dialect.mysql.evaluation.SessionNames;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effects;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs prepared statements: the one text that the session keeps, or each of those that it may be. */
final class Prepared {
    private static final String NAME = "prepared statement";
    private static final String PROBLEM = "what it runs is put together from values that only the database knows";

    private final Execution execution;
    private final Function<SourceText, List<Statement>> parser;

    Prepared(Execution execution, Function<SourceText, List<Statement>> parser) {
        this.execution = execution;
        this.parser = parser;
    }

    /** What stands for a statement that nobody can put together without the database. */
    static Unparsed unseen(Span place) {
        return new Unparsed(List.of(), "", PROBLEM, place, List.of(), Unparsed.Cause.RUN_TIME, place);
    }

    Optional<Effect.Fails> run(Execute execute) {
        Schema schema = execution.schema();
        if (execute.source().isPresent()) {
            Expression source = execute.source().get();
            var evaluator = new Evaluator(schema, Variables.NONE);
            return run(evaluator.evaluate(source), evaluator.either(source), execute.span());
        }
        String name = SessionNames.statement(execute.name().orElse(""));
        Value value = schema.sessionValue(name).map(SessionNames::read).orElse(Value.UNKNOWN);
        return run(value, SessionNames.texts(schema, name), execute.span());
    }

    private Optional<Effect.Fails> run(Value value, Collection<String> either, Span place) {
        if (value instanceof Value.Text(String text)) {
            return run(text, place, List.of());
        }
        if (either.isEmpty()) {
            execution.run(new EmbeddedStatement(unseen(place), place, Optional.empty(), List.of(), error -> false));
        } else {
            runAny(either, place);
        }
        return Optional.empty();
    }

    private Optional<Effect.Fails> run(String text, Span place, List<Proviso> provisos) {
        SourceText composed = SourceText.of(NAME, text);
        for (Statement statement : parser.apply(composed)) {
            Effects effects = execution.run(
                    new EmbeddedStatement(statement, place, Optional.of(composed), provisos, error -> false));
            if (effects.failure().isPresent()) {
                return effects.failure();
            }
        }
        return Optional.empty();
    }

    /** Each text begins where the others begin; afterwards nobody knows which one it was. */
    private void runAny(Collection<String> texts, Span place) {
        var proviso = new Proviso("the condition that chose the text of the prepared statement chose this one", place);
        Execution.Moment base = execution.now();
        List<Execution.Moment> ends = new ArrayList<>();
        for (String text : texts) {
            execution.returnTo(base);
            if (run(text, place, List.of(proviso)).isEmpty()) {
                ends.add(execution.now());
            }
        }
        execution.returnTo(ends.isEmpty() ? base : ends.getFirst());
        ends.forEach(end -> execution.unsure(base, end));
    }
}
