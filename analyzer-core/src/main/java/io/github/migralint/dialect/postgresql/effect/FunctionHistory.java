package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import java.util.stream.Stream;

/** In which versions the server itself brings a function that defaults, constraints and indexes call. */
final class FunctionHistory {
    private FunctionHistory() {}

    /** An error where a function is called that another version of the server brings, and nobody else. */
    static void refuse(Statement statement, Scene scene, Acts acts) {
        expressions(statement)
                .flatMap(expression -> Functions.calls(expression.tokens()).stream())
                .map(Functions.CallSite::name)
                .filter(name -> name.schema()
                        .filter(schema -> !schema.equals("pg_catalog"))
                        .isEmpty())
                .filter(name -> Functions.surelyMissing(name, scene))
                .forEach(name -> FunctionTable.find(name.name())
                        .ifPresent(function -> acts.failForVersion("42883", reason(name, function, scene))));
    }

    private static String reason(QualifiedName name, FunctionTable.Function function, Scene scene) {
        return scene.version().major() < function.since()
                ? "Function " + name.name() + "() is built in since PostgreSQL " + function.since() + "."
                : "Function " + name.name() + "() is no longer built in since PostgreSQL "
                        + (function.until().orElse(function.since()) + 1) + ".";
    }

    private static Stream<Expression> expressions(Statement statement) {
        return switch (statement) {
            case CreateTable s -> s.elements().stream().flatMap(FunctionHistory::expressions);
            case AlterTable s -> s.actions().stream().flatMap(FunctionHistory::expressions);
            case CreateIndex s ->
                Stream.concat(
                        s.where().stream(), s.elements().stream().flatMap(element -> element.expression().stream()));
            default -> Stream.of();
        };
    }

    private static Stream<Expression> expressions(TableElement element) {
        return switch (element) {
            case ColumnDefinition column -> expressions(column);
            case TableConstraint constraint -> constraint.expression().stream();
            default -> Stream.of();
        };
    }

    private static Stream<Expression> expressions(ColumnDefinition column) {
        return column.constraints().stream()
                .map(ColumnConstraint::expression)
                .flatMap(expression -> expression.stream());
    }

    private static Stream<Expression> expressions(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn a -> expressions(a.column());
            case AlterAction.SetDefault a -> Stream.of(a.expression());
            case AlterAction.AddConstraint a -> a.constraint().expression().stream();
            default -> Stream.of();
        };
    }
}
