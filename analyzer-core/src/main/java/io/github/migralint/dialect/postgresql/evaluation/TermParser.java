package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads an expression: operators by how tightly they bind. */
final class TermParser {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int MATCH = 6;
    private static final int OTHER = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int POWER = 10;
    private static final int SIGN = 12;
    private static final int LONGEST_CHAIN = 2_000;
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");
    private static final Set<String> MATCHES = Set.of("like", "ilike", "similar", "between", "in");

    private final Cursor cursor;
    private final OperandParser operands;

    TermParser(Cursor cursor) {
        this.cursor = cursor;
        this.operands = new OperandParser(cursor, this);
    }

    /** Reads the longest expression that begins here. */
    Term term() {
        return term(0);
    }

    /** Reads an expression whose operators bind more tightly than {@code floor}. */
    Term term(int floor) {
        cursor.enter();
        Term left = start();
        int length = 0;
        while (true) {
            int power = power();
            if (power <= floor) {
                cursor.leave();
                return left;
            }
            if (++length > LONGEST_CHAIN) {
                throw new Unreadable("too long");
            }
            left = extended(left, power);
        }
    }

    private Term start() {
        if (cursor.accept("not")) {
            return new Term.Not(term(NOT - 1));
        }
        String operator = cursor.operator();
        if (operator.equals("-") || operator.equals("+")) {
            cursor.skip();
            return new Term.Prefix(operator, term(SIGN - 1));
        }
        if (!operator.isEmpty()) {
            cursor.skip();
            term(OTHER);
            return new Term.Opaque();
        }
        return operands.operand();
    }

    /** How tightly what comes next binds; 0 where the expression ends. */
    private int power() {
        String word = cursor.word();
        if (!word.isEmpty()) {
            return powerOfWord(word);
        }
        String operator = cursor.operator();
        if (operator.isEmpty()) {
            return 0;
        }
        return switch (operator) {
            case "+", "-" -> SUM;
            case "*", "/", "%" -> PRODUCT;
            case "^" -> POWER;
            default -> COMPARISONS.contains(operator) ? COMPARISON : OTHER;
        };
    }

    private int powerOfWord(String word) {
        return switch (word) {
            case "or" -> OR;
            case "and" -> AND;
            case "is", "isnull", "notnull" -> IS;
            case "not" -> MATCHES.contains(cursor.word(1)) ? MATCH : 0;
            case "operator" -> OTHER;
            default -> MATCHES.contains(word) ? MATCH : 0;
        };
    }

    private Term extended(Term left, int power) {
        return switch (power) {
            case OR, AND -> junction(left, power);
            case IS -> test(left);
            case MATCH -> match(left);
            default -> infix(left, power);
        };
    }

    private Term junction(Term left, int power) {
        String word = power == AND ? "and" : "or";
        var parts = new ArrayList<>(List.of(left));
        while (cursor.accept(word)) {
            parts.add(term(power));
        }
        return new Term.Junction(power == AND, parts);
    }

    private Term test(Term left) {
        if (cursor.accept("isnull")) {
            return new Term.Test("null", false, left);
        }
        if (cursor.accept("notnull")) {
            return new Term.Test("null", true, left);
        }
        cursor.expect("is");
        boolean negated = cursor.accept("not");
        if (cursor.accept("distinct", "from")) {
            return new Term.Distinct(negated, left, term(IS));
        }
        String what = cursor.word();
        if (!Set.of("null", "true", "false", "unknown").contains(what)) {
            throw new Unreadable("a test of " + what);
        }
        cursor.skip();
        return new Term.Test(what, negated, left);
    }

    private Term match(Term left) {
        boolean negated = cursor.accept("not");
        Term match = positiveMatch(left);
        return negated ? new Term.Not(match) : match;
    }

    private Term positiveMatch(Term left) {
        if (cursor.accept("in")) {
            return in(left);
        }
        if (cursor.accept("between")) {
            boolean symmetric = cursor.accept("symmetric");
            cursor.accept("asymmetric");
            Term low = term(MATCH);
            cursor.expect("and");
            return new Term.Between(left, low, term(MATCH), symmetric);
        }
        if (cursor.accept("similar")) {
            cursor.expect("to");
            return escaped("similar to", left);
        }
        String operator = cursor.next().text().toLowerCase(java.util.Locale.ROOT);
        return escaped(operator, left);
    }

    private Term escaped(String operator, Term left) {
        if (cursor.isWord("any") || cursor.isWord("some") || cursor.isWord("all")) {
            return quantified(operator, left);
        }
        Term pattern = term(MATCH);
        if (cursor.accept("escape")) {
            term(MATCH);
            return new Term.Opaque();
        }
        return new Term.Infix(operator, left, pattern);
    }

    private Term in(Term left) {
        cursor.expectSymbol("(");
        if (QueryParser.begins(cursor)) {
            QueryTree query = new QueryParser(cursor).query();
            cursor.expectSymbol(")");
            return new Term.Quantified("=", false, left, new Term.ArrayQuery(query));
        }
        List<Term> list = list();
        cursor.expectSymbol(")");
        return left instanceof Term.RowOf
                ? new Term.Junction(
                        false,
                        list.stream().map(row -> compared("=", left, row)).toList())
                : new Term.InList(left, list);
    }

    private Term infix(Term left, int power) {
        String operator = operator();
        if (cursor.isWord("any") || cursor.isWord("some") || cursor.isWord("all")) {
            return quantified(operator, left);
        }
        return compared(operator, left, term(power));
    }

    /** Rows are equal when all their fields are. */
    private static Term compared(String operator, Term left, Term right) {
        boolean rows = left instanceof Term.RowOf a
                && right instanceof Term.RowOf b
                && a.fields().size() == b.fields().size()
                && (operator.equals("=") || operator.equals("<>"));
        if (!rows || !(left instanceof Term.RowOf one) || !(right instanceof Term.RowOf other)) {
            return new Term.Infix(operator, left, right);
        }
        var pairs = new ArrayList<Term>();
        for (int i = 0; i < one.fields().size(); i++) {
            pairs.add(new Term.Infix("=", one.fields().get(i), other.fields().get(i)));
        }
        var equal = new Term.Junction(true, pairs);
        return operator.equals("=") ? equal : new Term.Not(equal);
    }

    private String operator() {
        if (!cursor.accept("operator")) {
            String operator = cursor.next().text();
            return operator.equals("!=") ? "<>" : operator;
        }
        cursor.expectSymbol("(");
        if (cursor.isName()) {
            if (!cursor.name().equals("pg_catalog")) {
                throw new Unreadable("an operator of its own");
            }
            cursor.expectSymbol(".");
        }
        String operator = cursor.next().text();
        cursor.expectSymbol(")");
        return operator;
    }

    private Term quantified(String operator, Term left) {
        boolean all = cursor.isWord("all");
        cursor.skip();
        cursor.expectSymbol("(");
        Term right = QueryParser.begins(cursor) ? new Term.ArrayQuery(new QueryParser(cursor).query()) : term();
        cursor.expectSymbol(")");
        return new Term.Quantified(operator, all, left, right);
    }

    /** Reads expressions with commas between them, at least one. */
    List<Term> list() {
        var list = new ArrayList<Term>();
        do {
            list.add(term());
        } while (cursor.acceptSymbol(","));
        return list;
    }
}
