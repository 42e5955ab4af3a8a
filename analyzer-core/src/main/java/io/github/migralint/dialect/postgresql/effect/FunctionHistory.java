package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Since when the server itself brings a function that defaults and constraints call. */
final class FunctionHistory {
    private static final Map<String, Integer> SINCE = Map.of(
            "gen_random_uuid", 13,
            "date_bin", 14,
            "bit_count", 14,
            "unistr", 14,
            "regexp_count", 15,
            "regexp_like", 15,
            "random_normal", 16,
            "uuid_extract_timestamp", 17,
            "uuidv4", 18,
            "uuidv7", 18);

    private FunctionHistory() {}

    /** An error where a function is called that neither the server nor anybody else brings. */
    static void refuse(Statement statement, Scene scene, Acts acts) {
        if (!scene.schema().complete() || !scene.schema().extensions().isEmpty()) {
            return;
        }
        expressions(statement).forEach(expression -> refuse(expression, scene, acts));
    }

    private static void refuse(Expression expression, Scene scene, Acts acts) {
        List<Token> tokens = expression.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean call = Predicates.isName(tokens.get(i)) && tokens.get(i + 1).isSymbol("(");
            boolean qualified = i > 0 && tokens.get(i - 1).isSymbol(".");
            if (!call || qualified) {
                continue;
            }
            String name = Predicates.name(tokens.get(i));
            int since = SINCE.getOrDefault(name, 0);
            var function =
                    QualifiedName.of(new Identifier(name, false, tokens.get(i).span()));
            boolean lacking = scene.version().major() < since
                    && scene.schema().routines(function).isEmpty()
                    && !scene.schema().uncertain(function);
            if (lacking) {
                acts.failForVersion("42883", "Function " + name + "() is built in since PostgreSQL " + since + ".");
            }
        }
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
