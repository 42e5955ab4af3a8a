package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads expressions by precedence, loosest first. */
final class TermParser {
    private static final Set<String> COMPARISONS = Set.of("=", "<=>", "<>", "!=", "<", "<=", ">", ">=");
    private static final int DEEPEST = 100;

    private final Tokens tokens;
    private final Context context;
    private final OperandParser operands;
    private int depth;

    TermParser(Tokens tokens, Context context) {
        this.tokens = tokens;
        this.context = context;
        this.operands = new OperandParser(tokens, context, this);
    }

    Term term() {
        if (++depth > DEEPEST) {
            throw new Unreadable("nested too deeply");
        }
        Term left = conjunction();
        while (tokens.accept("or") || tokens.acceptSymbol("||")) {
            left = joined(false, left, conjunction());
        }
        depth--;
        return left;
    }

    private Term conjunction() {
        Term left = negation();
        while (tokens.accept("and") || tokens.acceptSymbol("&&")) {
            left = joined(true, left, negation());
        }
        return left;
    }

    private static Term joined(boolean and, Term left, Term right) {
        return scope -> Comparison.join(and, left.in(scope), right.in(scope));
    }

    private Term negation() {
        boolean negated = false;
        while (tokens.accept("not")) {
            negated = !negated;
        }
        Term term = predicate();
        return negated ? scope -> Comparison.not(term.in(scope)) : term;
    }

    private Term predicate() {
        Term left = sum();
        while (true) {
            String symbol = tokens.peek().text();
            if (COMPARISONS.contains(symbol) && tokens.acceptSymbol(symbol)) {
                left = comparison(symbol, left, sum());
            } else if (tokens.accept("is")) {
                left = test(left);
            } else if (isNegatedPredicate()
                    || tokens.isWord("in")
                    || tokens.isWord("like")
                    || tokens.isWord("between")) {
                left = word(left);
            } else {
                return left;
            }
        }
    }

    private boolean isNegatedPredicate() {
        Token next = tokens.peek(1);
        return tokens.isWord("not") && (next.isWord("in") || next.isWord("like") || next.isWord("between"));
    }

    private static Term comparison(String operator, Term left, Term right) {
        return scope -> Comparison.compare(operator, left.in(scope), right.in(scope));
    }

    private Term test(Term left) {
        boolean negated = tokens.accept("not");
        Term test;
        if (tokens.accept("null")) {
            test = scope -> nullness(left.in(scope));
        } else if (tokens.accept("true")) {
            test = scope -> known(left.in(scope), true);
        } else if (tokens.accept("false")) {
            test = scope -> known(left.in(scope), false);
        } else {
            throw new Unreadable("a test of something else");
        }
        return negated ? scope -> Comparison.not(test.in(scope)) : test;
    }

    static Datum nullness(Datum datum) {
        return datum.isUnknown() ? Datum.UNKNOWN : Datum.truth(datum.isNull());
    }

    private static Datum known(Datum datum, boolean wanted) {
        Datum truth = Comparison.truth(datum);
        return truth.isUnknown() ? truth : Datum.truth(truth.value().equals(new Value.Truth(wanted)));
    }

    private Term word(Term left) {
        boolean negated = tokens.accept("not");
        Term term;
        if (tokens.accept("in")) {
            term = in(left);
        } else if (tokens.accept("like")) {
            Term pattern = sum();
            term = scope -> Comparison.like(left.in(scope), pattern.in(scope));
        } else {
            tokens.expect("between");
            Term low = sum();
            tokens.expect("and");
            Term high = sum();
            term = joined(true, comparison(">=", left, low), comparison("<=", left, high));
        }
        return negated ? scope -> Comparison.not(term.in(scope)) : term;
    }

    private Term in(Term left) {
        if (OperandParser.holdsQuery(tokens.peek(1))) {
            List<Token> query = tokens.group();
            return scope -> context.queries().contains(query, left.in(scope), scope);
        }
        tokens.expectSymbol("(");
        var elements = new ArrayList<Term>();
        do {
            elements.add(term());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return scope -> {
            Datum value = left.in(scope);
            Datum found = Datum.FALSE;
            for (Term element : elements) {
                found = Comparison.join(false, found, Comparison.compare("=", value, element.in(scope)));
            }
            return found;
        };
    }

    private Term sum() {
        Term left = product();
        while (true) {
            if (tokens.acceptSymbol("+")) {
                left = arithmetic('+', left, product());
            } else if (tokens.acceptSymbol("-")) {
                left = arithmetic('-', left, product());
            } else {
                return left;
            }
        }
    }

    private Term product() {
        Term left = operands.operand();
        while (true) {
            if (tokens.acceptSymbol("*")) {
                left = arithmetic('*', left, operands.operand());
            } else if (tokens.acceptSymbol("/")
                    || tokens.acceptSymbol("%")
                    || tokens.accept("div")
                    || tokens.accept("mod")) {
                operands.operand();
                left = Term.unknown();
            } else {
                return left;
            }
        }
    }

    private static Term arithmetic(char operator, Term left, Term right) {
        return scope -> Functions.arithmetic(operator, left.in(scope), right.in(scope));
    }
}
