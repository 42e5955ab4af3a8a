package io.github.migralint.dialect.mysql.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.MysqlStatement.Prepare;
import io.github.migralint.ast.MysqlStatement.SetVariables;
import io.github.migralint.ast.MysqlStatement.VariableAssignment;
import io.github.migralint.ast.MysqlStatement.VariableAssignment.Scope;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.evaluation.Evaluator;
import io.github.migralint.dialect.mysql.evaluation.SessionNames;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What statements leave in the session: values of variables, and the texts of prepared statements. */
public final class Session {
    private Session() {}

    /** Brings the session from before a statement to after it. */
    public static void apply(Statement statement, SchemaBuilder schema) {
        switch (statement) {
            case SetVariables set -> set.variables().forEach(assignment -> assign(assignment, schema));
            case Prepare prepare -> keep(SessionNames.statement(prepare.name()), prepare.source(), schema);
            case Select select -> select(select.query().tokens(), schema);
            default -> {}
        }
    }

    private static void assign(VariableAssignment assignment, SchemaBuilder schema) {
        if (assignment.scope() == Scope.USER) {
            String name = SessionNames.variable(assignment.name());
            assignment
                    .expression()
                    .ifPresentOrElse(value -> keep(name, value, schema), () -> schema.keepInSession(name, ""));
        }
    }

    private static void keep(String name, Expression expression, SchemaBuilder schema) {
        var evaluator = new Evaluator(schema.now(), Variables.NONE);
        SessionNames.keep(schema, name, evaluator.evaluate(expression), evaluator.either(expression));
    }

    /** SELECT … INTO @x, and SELECT @x := …, of which only is known that it may be anything. */
    private static void select(List<Token> query, SchemaBuilder schema) {
        List<String> targets = targets(query);
        if (!targets.isEmpty()) {
            Optional<List<Value.Row>> rows = new Evaluator(schema.now(), Variables.NONE).rows(query);
            give(targets, rows, schema);
        }
        for (int i = 0; i + 1 < query.size(); i++) {
            if (query.get(i).kind() == TokenKind.VARIABLE && query.get(i + 1).isSymbol(":=")) {
                SessionNames.keep(schema, SessionNames.variable(query.get(i).text()), Value.UNKNOWN, Set.of());
            }
        }
    }

    /** The variables after INTO at the outermost level, those of a program left empty. */
    private static List<String> targets(List<Token> query) {
        List<String> targets = new ArrayList<>();
        int open = 0;
        for (int i = 0; i < query.size(); i++) {
            open += query.get(i).isSymbol("(") ? 1 : query.get(i).isSymbol(")") ? -1 : 0;
            if (open == 0 && query.get(i).isWord("into")) {
                for (int at = i + 1; at < query.size(); at += 2) {
                    Token target = query.get(at);
                    targets.add(target.kind() == TokenKind.VARIABLE ? SessionNames.variable(target.text()) : "");
                    if (at + 1 >= query.size() || !query.get(at + 1).isSymbol(",")) {
                        return targets;
                    }
                }
            }
        }
        return targets;
    }

    /** Without a row the variables stay as they are. */
    private static void give(List<String> targets, Optional<List<Value.Row>> rows, SchemaBuilder schema) {
        if (rows.isPresent() && rows.get().isEmpty()) {
            return;
        }
        List<Value> values = rows.map(
                        found -> List.copyOf(found.getFirst().fields().values()))
                .orElse(List.of());
        for (int i = 0; i < targets.size(); i++) {
            if (!targets.get(i).isEmpty()) {
                Value value = i < values.size() ? values.get(i) : Value.UNKNOWN;
                SessionNames.keep(schema, targets.get(i), value, Set.of());
            }
        }
    }
}
