package io.github.migralint.dialect.postgresql.evaluation;

import java.util.List;
import java.util.Optional;

/** An expression as a tree. */
sealed interface Term {
    /** A value that stands there. */
    record Constant(Datum datum) implements Term {}

    /** A name of one or more parts: a column, a variable, a field of one. */
    record Name(List<String> parts) implements Term {}

    /** {@code *} and {@code t.*}. */
    record Star(Optional<String> source) implements Term {}

    /** AND and OR over any number of parts. */
    record Junction(boolean and, List<Term> parts) implements Term {}

    /** {@code NOT x}. */
    record Not(Term term) implements Term {}

    /** {@code -x} and the like. */
    record Prefix(String operator, Term term) implements Term {}

    /** {@code x + y}. */
    record Infix(String operator, Term left, Term right) implements Term {}

    /** {@code x = ANY (y)}; {@code right} an array, or a query. */
    record Quantified(String operator, boolean all, Term left, Term right) implements Term {}

    /** {@code x IS [NOT] NULL | TRUE | FALSE | UNKNOWN}. */
    record Test(String what, boolean negated, Term term) implements Term {}

    /** {@code x IS [NOT] DISTINCT FROM y}. */
    record Distinct(boolean negated, Term left, Term right) implements Term {}

    /** {@code x IN (a, b)}. */
    record InList(Term left, List<Term> list) implements Term {}

    /** {@code x BETWEEN a AND b}. */
    record Between(Term term, Term low, Term high, boolean symmetric) implements Term {}

    /** {@code CASE}; with an operand, its conditions are compared to it. */
    record Case(List<When> branches, Optional<Term> otherwise) implements Term {}

    /** {@code WHEN condition THEN result}. */
    record When(Term condition, Term result) {}

    /** {@code x::type}. */
    record Cast(Term term, SqlType type) implements Term {}

    /** A call; aggregates have the rest. */
    record Call(
            String function,
            List<Term> arguments,
            boolean star,
            boolean distinct,
            List<QueryTree.Order> order,
            Optional<Term> filter,
            boolean windowed)
            implements Term {}

    /** {@code ARRAY[a, b]}. */
    record ArrayOf(List<Term> elements) implements Term {}

    /** {@code ROW(a, b)}. */
    record RowOf(List<Term> fields) implements Term {}

    /** {@code x[i]}. */
    record Subscript(Term array, Term index) implements Term {}

    /** {@code (x).field}. */
    record Field(Term row, String field) implements Term {}

    /** {@code (SELECT …)}. */
    record Scalar(QueryTree query) implements Term {}

    /** {@code EXISTS (SELECT …)}. */
    record Exists(QueryTree query) implements Term {}

    /** {@code ARRAY(SELECT …)}. */
    record ArrayQuery(QueryTree query) implements Term {}

    /** What is not understood. */
    record Opaque() implements Term {}
}
