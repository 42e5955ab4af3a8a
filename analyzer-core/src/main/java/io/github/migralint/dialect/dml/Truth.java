package io.github.migralint.dialect.dml;

import io.github.migralint.dialect.dml.DmlFacts.Filter;
import java.util.Locale;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;

/** Whether a condition holds for every row or for none, as far as it shows. */
final class Truth {
    private Truth() {}

    static Filter filter(Expression condition) {
        return switch (condition) {
            case ParenthesedExpressionList<?> list when list.size() == 1 -> filter(list.get(0));
            case NotExpression not -> negated(filter(not.getExpression()));
            case AndExpression and -> and(filter(and.getLeftExpression()), filter(and.getRightExpression()));
            case OrExpression or ->
                negated(and(negated(filter(or.getLeftExpression())), negated(filter(or.getRightExpression()))));
            case EqualsTo equals -> comparison(equals.getLeftExpression(), equals.getRightExpression());
            case NotEqualsTo differs ->
                Literals.isLiteral(differs.getLeftExpression())
                        ? negated(comparison(differs.getLeftExpression(), differs.getRightExpression()))
                        : Filter.CONDITION;
            case BooleanValue value -> value.getValue() ? Filter.ALWAYS_TRUE : Filter.NEVER_TRUE;
            case Column column when column.getTable() == null && isWord(column, "true") -> Filter.ALWAYS_TRUE;
            case Column column when column.getTable() == null && isWord(column, "false") -> Filter.NEVER_TRUE;
            default -> Filter.CONDITION;
        };
    }

    private static boolean isWord(Column column, String word) {
        return column.getColumnName().equalsIgnoreCase(word);
    }

    private static Filter comparison(Expression left, Expression right) {
        boolean same =
                left.toString().toLowerCase(Locale.ROOT).equals(right.toString().toLowerCase(Locale.ROOT));
        boolean literals = Literals.isLiteral(left) && Literals.isLiteral(right);
        if (same && (literals || (left instanceof Column && !isPlaceholder(left)))) {
            return Filter.ALWAYS_TRUE;
        }
        return literals && left.getClass() == right.getClass() && !same ? Filter.NEVER_TRUE : Filter.CONDITION;
    }

    private static boolean isPlaceholder(Expression expression) {
        return expression.toString().equals(DmlReader.PLACEHOLDER);
    }

    private static Filter and(Filter left, Filter right) {
        if (left == Filter.NEVER_TRUE || right == Filter.NEVER_TRUE) {
            return Filter.NEVER_TRUE;
        }
        return left == Filter.ALWAYS_TRUE && right == Filter.ALWAYS_TRUE ? Filter.ALWAYS_TRUE : Filter.CONDITION;
    }

    private static Filter negated(Filter filter) {
        return switch (filter) {
            case ALWAYS_TRUE -> Filter.NEVER_TRUE;
            case NEVER_TRUE -> Filter.ALWAYS_TRUE;
            default -> filter;
        };
    }
}
