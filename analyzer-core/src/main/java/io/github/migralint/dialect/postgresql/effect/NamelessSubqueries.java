package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.source.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Subqueries in FROM that are given no name. */
final class NamelessSubqueries {
    private static final Set<String> QUERIES = Set.of("select", "with", "values");
    private static final Set<String> BEFORE = Set.of("from", "join", "lateral");
    private static final Set<String> NO_NAME = Set.of(
            "where",
            "join",
            "left",
            "right",
            "inner",
            "full",
            "cross",
            "natural",
            "on",
            "using",
            "group",
            "order",
            "having",
            "limit",
            "offset",
            "fetch",
            "union",
            "intersect",
            "except",
            "window",
            "for",
            "returning");

    private NamelessSubqueries() {}

    /** Whether there is one. */
    static boolean in(List<Token> tokens) {
        Deque<Boolean> queries = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol("(")) {
                boolean query = i + 1 < tokens.size() && is(tokens.get(i + 1), QUERIES);
                boolean source = query && i > 0 && is(tokens.get(i - 1), BEFORE) && !comparison(tokens, i - 1);
                // FROM stands in calls too: extract(year FROM (SELECT …))
                boolean clause = queries.isEmpty() || queries.element();
                if (source && clause && nameless(tokens, Predicates.closing(tokens, i))) {
                    return true;
                }
                queries.push(query);
            } else if (tokens.get(i).isSymbol(")") && !queries.isEmpty()) {
                queries.pop();
            }
        }
        return false;
    }

    /** {@code IS DISTINCT FROM}. */
    private static boolean comparison(List<Token> tokens, int from) {
        return from > 0 && tokens.get(from - 1).isWord("distinct");
    }

    private static boolean nameless(List<Token> tokens, int close) {
        if (close < 0) {
            return false;
        }
        return close + 1 == tokens.size()
                || tokens.get(close + 1).isSymbol(")")
                || tokens.get(close + 1).isSymbol(",")
                || is(tokens.get(close + 1), NO_NAME);
    }

    private static boolean is(Token token, Set<String> words) {
        return words.stream().anyMatch(token::isWord);
    }
}
