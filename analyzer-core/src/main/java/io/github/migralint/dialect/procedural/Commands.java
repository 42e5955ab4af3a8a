package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ProceduralStatement.Execute;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Proviso;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;

/** Statements that are put together while the program runs. */
final class Commands {
    private static final String NAME = "command";

    private final Interpreter interpreter;
    private final Language language;

    Commands(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.language = interpreter.language();
    }

    Course execute(Execute execute, List<Proviso> provisos) {
        List<Token> command = execute.command().tokens();
        if (command.size() == 1 && command.getFirst().kind() == TokenKind.STRING) {
            return run(language.at(command.getFirst()), Optional.empty(), execute, provisos);
        }
        return switch (interpreter.evaluate(execute.command())) {
            case Value.Text(String text) -> {
                SourceText composed = SourceText.of(NAME, text);
                yield run(language.parse(composed), Optional.of(composed), execute, provisos);
            }
            case Value.Null ignored ->
                Course.left(Exit.Failure.of(language.nullCommand(), "The command of EXECUTE is null.", execute.span()));
            default -> unseen(execute.command(), execute, provisos);
        };
    }

    private Course run(
            List<Statement> statements, Optional<SourceText> composed, Execute execute, List<Proviso> provisos) {
        Optional<List<Value.Row>> rows =
                execute.into().isEmpty() ? Optional.empty() : rows(statements, execute.using());
        for (Statement statement : statements) {
            Span place = composed.isPresent() ? execute.command().span() : statement.span();
            Course course = interpreter.run(statement, place, composed, provisos);
            if (course.end().isPresent()) {
                return course;
            }
        }
        into(execute, rows);
        return Course.THROUGH;
    }

    /** EXECUTE leaves FOUND as it is. */
    private void into(Execute execute, Optional<List<Value.Row>> rows) {
        if (!execute.into().isEmpty()) {
            Value found = interpreter.frames().value(Frames.FOUND).orElse(Value.UNKNOWN);
            interpreter.take(rows, execute.into());
            interpreter.frames().found(found);
        }
    }

    private Course unseen(Expression command, Execute execute, List<Proviso> provisos) {
        Course course = interpreter.run(language.unseen(command), execute.span(), Optional.empty(), provisos);
        into(execute, Optional.empty());
        return course;
    }

    /** The rows of a query that is put together. */
    Optional<List<Value.Row>> rows(Expression command, List<Expression> using) {
        return interpreter.evaluate(command) instanceof Value.Text(String text)
                ? rows(language.parse(SourceText.of(NAME, text)), using)
                : Optional.empty();
    }

    private Optional<List<Value.Row>> rows(List<Statement> statements, List<Expression> using) {
        if (statements.size() != 1 || !(statements.getFirst() instanceof Select select)) {
            return Optional.empty();
        }
        Frames frames = interpreter.frames();
        List<Value> values = using.stream().map(interpreter::evaluate).toList();
        frames.open(Optional.empty());
        for (int i = 0; i < values.size(); i++) {
            frames.declare("$" + (i + 1), values.get(i), true);
        }
        Optional<List<Value.Row>> rows = interpreter.rows(select.query());
        frames.close();
        return rows;
    }
}
