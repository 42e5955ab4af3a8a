package io.github.migralint.dialect.postgresql.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * A query as a tree.
 *
 * @param with its common table expressions
 * @param body what it selects
 * @param order ORDER BY
 * @param limit LIMIT
 * @param offset OFFSET
 */
record QueryTree(List<Common> with, Body body, List<Order> order, Optional<Term> limit, Optional<Term> offset) {
    /** {@code WITH name (columns) AS (query)}; no query for what is not a plain one. */
    record Common(String name, List<String> columns, Optional<QueryTree> query) {}

    /** A key of ORDER BY. */
    record Order(Term term, boolean descending, Optional<Boolean> nullsFirst) {}

    /** What a query selects. */
    sealed interface Body {}

    /** {@code SELECT}. */
    record Plain(
            boolean distinct,
            List<Item> items,
            List<From> from,
            Optional<Term> where,
            List<Term> groupBy,
            Optional<Term> having,
            boolean opaque)
            implements Body {}

    /** {@code VALUES}. */
    record Values(List<List<Term>> rows) implements Body {}

    /** {@code UNION}, {@code INTERSECT}, {@code EXCEPT}. */
    record SetOperation(String operator, boolean all, QueryTree left, QueryTree right) implements Body {}

    /** What a SELECT gives out under a name. */
    record Item(Term term, String name) {}

    /** What stands in FROM. */
    sealed interface From {}

    /** The name that something in FROM goes by; nothing for a join. */
    static String aliasOf(From from) {
        return switch (from) {
            case Named named -> named.alias();
            case Derived derived -> derived.alias();
            case Function function -> function.alias();
            case Join ignored -> "";
        };
    }

    /** The names of what a query gives out, as far as they are written. */
    static List<String> names(QueryTree query) {
        return switch (query.body()) {
            case Plain plain -> plain.items().stream().map(Item::name).toList();
            case Values ignored -> List.of();
            case SetOperation operation -> names(operation.left());
        };
    }

    /** {@code schema.table AS alias (columns)}. */
    record Named(Optional<String> schema, String name, String alias, List<String> columns) implements From {}

    /** {@code (query) AS alias}. */
    record Derived(QueryTree query, String alias, List<String> columns, boolean lateral) implements From {}

    /** {@code function(…) AS alias}. */
    record Function(Term.Call call, String alias, List<String> columns, boolean ordinality) implements From {}

    /** {@code left JOIN right}. */
    record Join(From left, From right, Kind kind, Optional<Term> on, List<String> using, boolean natural)
            implements From {}

    /** Which rows without a partner stay. */
    enum Kind {
        INNER,
        LEFT,
        RIGHT,
        FULL
    }
}
