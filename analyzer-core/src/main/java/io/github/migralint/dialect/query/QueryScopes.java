package io.github.migralint.dialect.query;

import io.github.migralint.source.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The SELECT to which each token of a query belongs: names mean what the innermost of them reads. */
final class QueryScopes {
    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");
    private static final Set<String> SET_OPERATIONS = Set.of("union", "intersect", "except");

    private final int[] scopes;
    private final List<Integer> outer = new ArrayList<>();

    QueryScopes(List<Token> tokens) {
        scopes = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        int current = inside(-1);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isSymbol("(")) {
                open.push(current);
                boolean query = i + 1 < tokens.size() && Spelling.isOneOf(tokens.get(i + 1), QUERIES);
                current = query ? inside(current) : current;
            } else if (token.isSymbol(")") && !open.isEmpty()) {
                current = open.pop();
            } else if (Spelling.isOneOf(token, SET_OPERATIONS)) {
                current = inside(outer.get(current));
            }
            scopes[i] = current;
        }
    }

    private int inside(int scope) {
        outer.add(scope);
        return outer.size() - 1;
    }

    /** The scope of a token. */
    int of(int token) {
        return scopes[token];
    }

    /** The scope around one, or -1. */
    int around(int scope) {
        return outer.get(scope);
    }
}
