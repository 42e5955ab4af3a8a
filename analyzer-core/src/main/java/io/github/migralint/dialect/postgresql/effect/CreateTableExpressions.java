package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.effect.Effect;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * The names in the expressions of CREATE TABLE. Functions are not judged: a table is often the first to call what the
 * platform or an extension brings.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 * @param table the table as it will be
 */
record CreateTableExpressions(Scene scene, Acts acts, Table table) {
    void refuse(List<TableElement> elements) {
        for (TableElement element : elements) {
            acts.at(element.span());
            switch (element) {
                case ColumnDefinition column -> column.constraints().forEach(this::refuse);
                case TableConstraint constraint -> {
                    if (constraint.kind() == TableConstraint.Kind.CHECK) {
                        refuse(ExpressionProblems.Use.CHECK, constraint.expression());
                    }
                }
                default -> {}
            }
        }
        acts.at(Effect.WHOLE_STATEMENT);
    }

    private void refuse(ColumnConstraint constraint) {
        switch (constraint.kind()) {
            case CHECK -> refuse(ExpressionProblems.Use.CHECK, constraint.expression());
            case DEFAULT -> refuse(ExpressionProblems.Use.DEFAULT, constraint.expression());
            default -> {}
        }
    }

    private void refuse(ExpressionProblems.Use use, Optional<Expression> expression) {
        expression
                .flatMap(e -> new ExpressionProblems(scene, use, Optional.of(table)).ofNames(e.tokens()))
                .ifPresent(acts::fail);
    }
}
