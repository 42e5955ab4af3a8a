package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Call;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.FunctionCall;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.EmbeddedStatement;
import io.github.migralint.dialect.Execution;
import io.github.migralint.dialect.postgresql.evaluation.Evaluator;
import io.github.migralint.dialect.postgresql.procedural.Plpgsql;
import io.github.migralint.dialect.procedural.Language;
import io.github.migralint.dialect.procedural.Program;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.effect.Effect;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.StatementCutter;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements that run others: anonymous blocks, and calls of routines whose bodies the history knows. */
final class Hosts {
    /** How many bodies may run inside one another before nobody looks any more. */
    private static final int DEEPEST = 8;

    private static final Language LANGUAGE = new Plpgsql(Hosts::statements, EmbeddedSql::at);

    private Hosts() {}

    private static List<Statement> statements(SourceText text) {
        var parser = new PostgresqlStatementParser();
        return StatementCutter.cut(text, PostgresqlLexicon.LEXICON).pieces().stream()
                .map(parser::parse)
                .toList();
    }

    static boolean runsOthers(Statement statement, Schema schema) {
        if (statement instanceof DoBlock block) {
            return block.body().program().isPresent();
        }
        return calls(statement).stream().anyMatch(call -> routine(call, schema).isPresent());
    }

    static Optional<Effect.Fails> run(Statement host, Execution execution) {
        if (execution.depth() > DEEPEST) {
            return unseen(host, execution);
        }
        if (host instanceof DoBlock block) {
            return block.body()
                    .program()
                    .map(program -> new Program(program, Map.of()))
                    .flatMap(program -> program.run(execution, LANGUAGE));
        }
        for (FunctionCall call : calls(host)) {
            Optional<Effect.Fails> failure = routine(call, execution.schema())
                    .flatMap(routine -> program(routine, call, execution.schema()))
                    .flatMap(program -> program.run(execution, LANGUAGE));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private static Optional<Effect.Fails> unseen(Statement host, Execution execution) {
        var unparsed = new Unparsed(
                List.of(),
                "",
                "it calls itself too often",
                host.span(),
                List.of(),
                Unparsed.Cause.RUN_TIME,
                host.span());
        execution.run(new EmbeddedStatement(unparsed, host.span(), Optional.empty(), List.of(), error -> false));
        return Optional.empty();
    }

    private static List<FunctionCall> calls(Statement statement) {
        if (statement instanceof Select select) {
            return select.calls();
        }
        return statement instanceof Call call
                ? List.of(new FunctionCall(call.procedure(), arguments(call.arguments()), call.span()))
                : List.of();
    }

    /** The arguments between the parentheses of a list. */
    private static List<Expression> arguments(Expression list) {
        var arguments = new ArrayList<Expression>();
        List<Token> tokens = list.tokens();
        int depth = 0;
        int from = 1;
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean last = i == tokens.size() - 1;
            if (i > from && (last || (depth == 0 && token.isSymbol(",")))) {
                List<Token> part = tokens.subList(from, i);
                arguments.add(new Expression(
                        part, part.getFirst().span().cover(part.getLast().span())));
                from = i + 1;
            }
            depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
            depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
        }
        return arguments;
    }

    /** The routine that a call means, if there is only one of that name and number of arguments. */
    private static Optional<Routine> routine(FunctionCall call, Schema schema) {
        QualifiedName name = call.function();
        List<Routine> candidates = schema.routines(name).stream()
                .filter(routine -> routine.program().isPresent())
                .filter(routine ->
                        routine.argumentTypes().size() >= call.arguments().size())
                .toList();
        List<Routine> exact = candidates.stream()
                .filter(routine ->
                        routine.argumentTypes().size() == call.arguments().size())
                .toList();
        return exact.size() == 1 ? exact.stream().findFirst() : one(candidates);
    }

    /** Arguments may be left out where they have a default. */
    private static Optional<Routine> one(List<Routine> candidates) {
        return candidates.size() == 1 ? candidates.stream().findFirst() : Optional.empty();
    }

    private static Optional<Program> program(Routine routine, FunctionCall call, Schema schema) {
        var values = new HashMap<String, Value>();
        var evaluator = new Evaluator(schema, Variables.NONE);
        for (int i = 0; i < routine.argumentTypes().size(); i++) {
            Value value = i < call.arguments().size()
                    ? evaluator.evaluate(call.arguments().get(i))
                    : Value.UNKNOWN;
            values.put("$" + (i + 1), value);
            if (i < routine.argumentNames().size()) {
                values.put(routine.argumentNames().get(i), value);
            }
        }
        return routine.program().map(block -> new Program(block, values));
    }
}
