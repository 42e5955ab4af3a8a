package io.github.migralint.dialect.dml;

import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DateValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;

/** Which expressions are constants written out. */
final class Literals {
    private Literals() {}

    static boolean isLiteral(Expression expression) {
        return switch (expression) {
            case LongValue ignored -> true;
            case StringValue ignored -> true;
            case DoubleValue ignored -> true;
            case DateValue ignored -> true;
            case DateTimeLiteralExpression ignored -> true;
            case SignedExpression signed -> isLiteral(signed.getExpression());
            case CastExpression cast -> isLiteral(cast.getLeftExpression());
            default -> false;
        };
    }
}
