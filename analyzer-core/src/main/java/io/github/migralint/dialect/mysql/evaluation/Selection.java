package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.mysql.Literals;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A query of at most one table, without UNION and GROUP BY.
 *
 * @param list the expressions of its list
 * @param table the folded name of the table, with that of its database
 * @param alias the folded name under which its columns are called
 * @param where the tokens of its condition; none without one
 * @param limit how many rows at most
 */
record Selection(List<List<Token>> list, Optional<String> table, String alias, List<Token> where, int limit) {
    private static final Set<String> CLAUSES =
            Set.of("where", "group", "having", "order", "limit", "for", "into", "union");

    Selection {
        list = List.copyOf(list);
        where = List.copyOf(where);
    }

    static Selection read(List<Token> query) {
        var tokens = new Tokens(query);
        tokens.expect("select");
        tokens.accept("distinct");
        List<List<Token>> list = split(until(tokens, Set.of("from", "where", "limit", "into", "union", "order")));
        into(tokens);
        Optional<String> table = Optional.empty();
        String alias = "";
        if (tokens.accept("from") && !tokens.accept("dual")) {
            table = Optional.of(name(tokens));
            alias = alias(tokens, table.get());
        }
        List<Token> where = tokens.accept("where") ? until(tokens, CLAUSES) : List.of();
        int limit = tail(tokens);
        return new Selection(list, table, alias, where, limit);
    }

    /** ORDER BY, LIMIT and INTO; anything else is not understood. */
    private static int tail(Tokens tokens) {
        int limit = Integer.MAX_VALUE;
        while (!tokens.atEnd()) {
            if (tokens.accept("order")) {
                tokens.expect("by");
                until(tokens, CLAUSES);
            } else if (tokens.accept("limit")) {
                List<Token> count = until(tokens, CLAUSES);
                limit = count.size() == 1 && count.getFirst().text().equals("0") ? 0 : Integer.MAX_VALUE;
            } else if (!into(tokens)) {
                throw new Unreadable("a clause that is not understood");
            }
        }
        return limit;
    }

    private static boolean into(Tokens tokens) {
        if (!tokens.accept("into")) {
            return false;
        }
        until(tokens, Set.of("from", "where", "order", "limit"));
        return true;
    }

    private static List<Token> until(Tokens tokens, Set<String> words) {
        var run = new ArrayList<Token>();
        int open = 0;
        while (!tokens.atEnd() && (open > 0 || !words.contains(Tokens.fold(tokens.peek())))) {
            Token token = tokens.next();
            open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            run.add(token);
        }
        return run;
    }

    private static List<List<Token>> split(List<Token> list) {
        var parts = new ArrayList<List<Token>>();
        int open = 0;
        int from = 0;
        for (int i = 0; i < list.size(); i++) {
            Token token = list.get(i);
            open += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (open == 0 && token.isSymbol(",")) {
                parts.add(list.subList(from, i));
                from = i + 1;
            }
        }
        parts.add(list.subList(from, list.size()));
        return parts;
    }

    private static String name(Tokens tokens) {
        var name = new StringBuilder();
        do {
            Token token = tokens.next();
            if (token.kind() != TokenKind.WORD && token.kind() != TokenKind.QUOTED_IDENTIFIER) {
                throw new Unreadable("no table");
            }
            name.append(name.isEmpty() ? "" : ".")
                    .append(Literals.text(token.text()).toLowerCase(Locale.ROOT));
        } while (tokens.acceptSymbol("."));
        return name.toString();
    }

    private static String alias(Tokens tokens, String table) {
        boolean named = tokens.accept("as")
                || tokens.peek().kind() == TokenKind.QUOTED_IDENTIFIER
                || (tokens.peek().kind() == TokenKind.WORD && !CLAUSES.contains(Tokens.fold(tokens.peek())));
        String alias = named ? Literals.text(tokens.next().text()) : table.substring(table.lastIndexOf('.') + 1);
        return alias.toLowerCase(Locale.ROOT);
    }

    /** Whether a name before that of a column is that of the table. */
    boolean isOwn(String qualifier) {
        return qualifier.equals(alias);
    }

    boolean aggregates() {
        return list.stream().anyMatch(Aggregates::isIn);
    }

    Optional<Term> condition(Context context) {
        return where.isEmpty() ? Optional.empty() : Optional.of(term(where, context));
    }

    Term first(Context context) {
        return list.size() == 1 ? term(list.getFirst(), context) : Term.unknown();
    }

    List<Term> items(Context context) {
        return list.stream().map(item -> term(item, context)).toList();
    }

    private static Term term(List<Token> expression, Context context) {
        var tokens = new Tokens(expression);
        Term term = new TermParser(tokens, context).term();
        boolean aliased = tokens.accept("as");
        if (aliased || (!tokens.atEnd() && tokens.peek(1).text().isEmpty())) {
            tokens.next();
        }
        if (!tokens.atEnd()) {
            throw new Unreadable("an expression that goes on");
        }
        return term;
    }
}
