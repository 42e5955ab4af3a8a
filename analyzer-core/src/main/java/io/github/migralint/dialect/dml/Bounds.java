package io.github.migralint.dialect.dml;

import io.github.migralint.dialect.dml.DmlFacts.Bound;
import io.github.migralint.dialect.dml.DmlFacts.Bound.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Finds the columns that a condition holds to a bounded number of values. */
final class Bounds {
    private final Set<String> limitedSources;

    Bounds(Set<String> limitedSources) {
        this.limitedSources = limitedSources;
    }

    List<Bound> of(Expression condition) {
        return switch (condition) {
            case ParenthesedExpressionList<?> list when list.size() == 1 -> of(list.get(0));
            case AndExpression and -> ofConjunction(and);
            case OrExpression or -> ofEither(of(or.getLeftExpression()), of(or.getRightExpression()));
            case Between between when !between.isNot() -> bound(between.getLeftExpression(), Kind.RANGE);
            case InExpression in when !in.isNot() -> ofIn(in);
            case EqualsTo equals -> ofEquality(equals.getLeftExpression(), equals.getRightExpression());
            default -> List.of();
        };
    }

    /** All parts hold: each of their bounds does, and two open ranges may make a closed one. */
    private List<Bound> ofConjunction(AndExpression and) {
        var parts = new ArrayList<Expression>();
        flatten(and, parts);
        var bounds = new ArrayList<Bound>();
        var above = new HashSet<String>();
        var below = new HashSet<String>();
        for (Expression part : parts) {
            bounds.addAll(of(part));
            if (part instanceof ComparisonOperator comparison
                    && comparison.getLeftExpression() instanceof Column column
                    && isValue(comparison.getRightExpression())) {
                if (comparison instanceof GreaterThan || comparison instanceof GreaterThanEquals) {
                    above.add(column.getColumnName());
                } else if (comparison instanceof MinorThan || comparison instanceof MinorThanEquals) {
                    below.add(column.getColumnName());
                }
            }
        }
        above.retainAll(below);
        above.stream().sorted().forEach(column -> bounds.add(new Bound(column, Kind.RANGE)));
        return bounds;
    }

    private static void flatten(AndExpression and, List<Expression> parts) {
        for (Expression side : List.of(and.getLeftExpression(), and.getRightExpression())) {
            if (side instanceof AndExpression inner) {
                flatten(inner, parts);
            } else {
                parts.add(side);
            }
        }
    }

    private static List<Bound> ofEither(List<Bound> left, List<Bound> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return List.of();
        }
        var both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    private List<Bound> ofIn(InExpression in) {
        Expression right = in.getRightExpression();
        if (right instanceof Select select) {
            return isLimited(select, limitedSources) ? bound(in.getLeftExpression(), Kind.LIMITED) : List.of();
        }
        boolean values =
                right instanceof ExpressionList<?> list && list.stream().allMatch(Bounds::isValue);
        return values ? bound(in.getLeftExpression(), Kind.LIST) : List.of();
    }

    private List<Bound> ofEquality(Expression left, Expression right) {
        if (isFromLimited(right)) {
            return bound(left, Kind.LIMITED);
        }
        if (isFromLimited(left)) {
            return bound(right, Kind.LIMITED);
        }
        if (isValue(right)) {
            return bound(left, Kind.VALUE);
        }
        if (isValue(left)) {
            return bound(right, Kind.VALUE);
        }
        if (right instanceof AnyComparisonExpression any) {
            boolean list = any.getSelect() == null || !(any.getSelect() instanceof ParenthesedSelect);
            return list
                    ? bound(left, Kind.LIST)
                    : isLimited(any.getSelect(), limitedSources) ? bound(left, Kind.LIMITED) : List.of();
        }
        boolean anyArray = right instanceof Function function && isAny(function);
        return anyArray ? bound(left, Kind.LIST) : List.of();
    }

    private static boolean isAny(Function function) {
        return function.getName().equalsIgnoreCase("any") || function.getName().equalsIgnoreCase("some");
    }

    private boolean isFromLimited(Expression expression) {
        return expression instanceof Column column
                && column.getTable() != null
                && column.getTable().getName() != null
                && limitedSources.contains(fold(column.getTable().getName()));
    }

    private static List<Bound> bound(Expression expression, Kind kind) {
        return expression instanceof Column column ? List.of(new Bound(column.getColumnName(), kind)) : List.of();
    }

    private static boolean isValue(Expression expression) {
        return Literals.isLiteral(expression)
                || expression instanceof JdbcParameter
                || (expression instanceof CastExpression cast && isValue(cast.getLeftExpression()))
                || expression.toString().equals(DmlReader.PLACEHOLDER);
    }

    /** Whether a query gives a limited number of rows, by its own LIMIT or from a source that has one. */
    static boolean isLimited(@Nullable Object query, Set<String> limitedSources) {
        if (!(query instanceof Select select)) {
            return false;
        }
        if (select.getLimit() != null || select.getFetch() != null) {
            return true;
        }
        return switch (select) {
            case ParenthesedSelect inner -> isLimited(inner.getSelect(), limitedSources);
            case PlainSelect plain ->
                plain.getFromItem() instanceof Table table
                        ? limitedSources.contains(fold(table.getName())) && plain.getJoins() == null
                        : plain.getJoins() == null && isLimited(plain.getFromItem(), limitedSources);
            default -> false;
        };
    }

    static String fold(String name) {
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
