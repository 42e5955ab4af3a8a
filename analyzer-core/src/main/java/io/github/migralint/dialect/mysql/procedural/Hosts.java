package io.github.migralint.dialect.mysql.procedural;

import io.github.migralint.ast.Call;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.MysqlStatement.Execute;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.EmbeddedStatement;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.mysql.evaluation.Evaluator;
import io.github.migralint.dialect.procedural.Program;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.effect.Effect;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Statements that run others: EXECUTE, CALL of procedures that the history knows, and compound statements. */
public final class Hosts {
    /** How many bodies may run inside one another before nobody looks any more. */
    private static final int DEEPEST = 8;

    private final Function<SourceText, List<Statement>> parser;

    /** Hosts whose texts are read so. */
    public Hosts(Function<SourceText, List<Statement>> parser) {
        this.parser = parser;
    }

    /** Whether other statements run with a statement. */
    public boolean runsOthers(Statement statement, Schema schema) {
        return switch (statement) {
            case Execute ignored -> true;
            case DoBlock block -> block.body().program().isPresent();
            case Call call -> procedure(call, schema).isPresent();
            default -> false;
        };
    }

    /** Runs them; the error that this surely ends with, if it does. */
    public Optional<Effect.Fails> run(Statement host, Execution execution) {
        if (execution.depth() > DEEPEST) {
            return unseen(host.span(), execution);
        }
        return switch (host) {
            case Execute execute -> new Prepared(execution, parser).run(execute);
            case DoBlock block -> block.body().program().flatMap(program -> run(program, Map.of(), execution));
            case Call call -> procedure(call, execution.schema()).flatMap(routine -> run(routine, call, execution));
            default -> Optional.empty();
        };
    }

    private static Optional<Effect.Fails> unseen(Span place, Execution execution) {
        var unparsed = new Unparsed(
                List.of(), "", "it calls itself too often", place, List.of(), Unparsed.Cause.RUN_TIME, place);
        execution.run(new EmbeddedStatement(unparsed, place, Optional.empty(), List.of(), error -> false));
        return Optional.empty();
    }

    private Optional<Effect.Fails> run(Block program, Map<String, Value> parameters, Execution execution) {
        return new Program(program, parameters).run(execution, new StoredProgram(parser));
    }

    private Optional<Effect.Fails> run(Routine routine, Call call, Execution execution) {
        List<Expression> arguments = arguments(call.arguments());
        var evaluator = new Evaluator(execution.schema(), Variables.NONE);
        Map<String, Value> parameters = new HashMap<>();
        for (int i = 0; i < routine.argumentNames().size(); i++) {
            Value value = i < arguments.size() ? evaluator.evaluate(arguments.get(i)) : Value.UNKNOWN;
            parameters.put(routine.argumentNames().get(i), value);
        }
        return routine.program().flatMap(program -> run(program, parameters, execution));
    }

    private static Optional<Routine> procedure(Call call, Schema schema) {
        return schema.routines(call.procedure()).stream()
                .filter(routine -> routine.procedure() && routine.program().isPresent())
                .findFirst();
    }

    /** The arguments between the parentheses of a list. */
    private static List<Expression> arguments(Expression list) {
        List<Expression> arguments = new ArrayList<>();
        List<Token> tokens = list.tokens();
        int open = 0;
        int from = 1;
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean last = i == tokens.size() - 1;
            if (i > from && (last || (open == 0 && token.isSymbol(",")))) {
                List<Token> part = tokens.subList(from, i);
                arguments.add(new Expression(
                        part, part.getFirst().span().cover(part.getLast().span())));
                from = i + 1;
            }
            open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
        return arguments;
    }
}
