package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a query. */
final class QueryParser {
    private static final Set<String> CLAUSES = Set.of(
            "from",
            "where",
            "group",
            "having",
            "window",
            "union",
            "intersect",
            "except",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "into");

    private static final Set<String> GOES_ON =
            Set.of("union", "intersect", "except", "order", "limit", "offset", "fetch", "for");

    private final Cursor cursor;
    private final TermParser terms;
    private boolean all;

    QueryParser(Cursor cursor) {
        this.cursor = cursor;
        this.terms = new TermParser(cursor);
    }

    /** Whether a query begins here. */
    static boolean begins(Cursor cursor) {
        int open = 0;
        while (cursor.isSymbol(open, "(")) {
            open++;
        }
        String word = cursor.word(open);
        if (!word.equals("select") && !word.equals("with") && !word.equals("values")) {
            return false;
        }
        int ahead = open;
        for (int left = open; left > 0; left--) {
            ahead = cursor.afterClosing(ahead);
            if (!cursor.isSymbol(ahead, ")")) {
                // What goes on behind the parenthesis says whether it was around a query or around an operand.
                return GOES_ON.contains(cursor.word(ahead));
            }
        }
        return true;
    }

    /** Reads all of what follows SELECT. */
    static QueryTree withoutSelect(List<Token> tokens) {
        var cursor = new Cursor(tokens);
        var parser = new QueryParser(cursor);
        QueryTree query = parser.tail(plain(parser.select()));
        if (!cursor.atEnd()) {
            throw new Unreadable("more than a query");
        }
        return query;
    }

    QueryTree query() {
        cursor.enter();
        List<QueryTree.Common> with = cursor.accept("with") ? commons() : List.of();
        QueryTree query = union();
        cursor.leave();
        return with.isEmpty() ? query : new QueryTree(with, query.body(), query.order(), query.limit(), query.offset());
    }

    private List<QueryTree.Common> commons() {
        if (cursor.accept("recursive")) {
            throw new Unreadable("recursion");
        }
        var commons = new ArrayList<QueryTree.Common>();
        do {
            commons.add(common());
        } while (cursor.acceptSymbol(","));
        return commons;
    }

    private QueryTree.Common common() {
        String name = cursor.name();
        List<String> columns = names();
        cursor.expect("as");
        cursor.accept("not");
        cursor.accept("materialized");
        cursor.expectSymbol("(");
        Optional<QueryTree> query = Optional.empty();
        if (begins(cursor)) {
            query = Optional.of(query());
            cursor.expectSymbol(")");
        } else {
            cursor.skipToClosing();
        }
        return new QueryTree.Common(name, columns, query);
    }

    /** {@code (a, b)}, or nothing. */
    private List<String> names() {
        var names = new ArrayList<String>();
        if (cursor.acceptSymbol("(")) {
            do {
                names.add(cursor.name());
            } while (cursor.acceptSymbol(","));
            cursor.expectSymbol(")");
        }
        return names;
    }

    private QueryTree union() {
        QueryTree left = intersection();
        int length = 0;
        while (cursor.isWord("union") || cursor.isWord("except")) {
            if (++length > 100) {
                throw new Unreadable("too long");
            }
            left = setOperation(left, cursor.next().text(), intersection());
        }
        return tail(left);
    }

    private QueryTree intersection() {
        all = cursor.accept("all");
        boolean mine = all;
        cursor.accept("distinct");
        QueryTree left = primary();
        while (cursor.isWord("intersect")) {
            cursor.skip();
            boolean ofIntersection = cursor.accept("all");
            QueryTree right = primary();
            left = plain(new QueryTree.SetOperation("intersect", ofIntersection, left, right));
        }
        all = mine;
        return left;
    }

    private QueryTree setOperation(QueryTree left, String operator, QueryTree right) {
        return plain(new QueryTree.SetOperation(operator.toLowerCase(java.util.Locale.ROOT), all, left, right));
    }

    private static QueryTree plain(QueryTree.Body body) {
        return new QueryTree(List.of(), body, List.of(), Optional.empty(), Optional.empty());
    }

    private QueryTree primary() {
        if (cursor.acceptSymbol("(")) {
            QueryTree query = query();
            cursor.expectSymbol(")");
            return query;
        }
        if (cursor.accept("values")) {
            return plain(values());
        }
        cursor.expect("select");
        return plain(select());
    }

    private QueryTree.Body values() {
        var rows = new ArrayList<List<Term>>();
        do {
            cursor.expectSymbol("(");
            rows.add(terms.list());
            cursor.expectSymbol(")");
        } while (cursor.acceptSymbol(","));
        return new QueryTree.Values(rows);
    }

    private QueryTree tail(QueryTree query) {
        boolean more = cursor.isWord("order")
                || cursor.isWord("limit")
                || cursor.isWord("offset")
                || cursor.isWord("fetch")
                || cursor.isWord("for");
        if (!more) {
            return query;
        }
        QueryTree inner = query.limit().isPresent()
                        || query.offset().isPresent()
                        || !query.order().isEmpty()
                ? plain(new QueryTree.Plain(
                        false,
                        List.of(new QueryTree.Item(new Term.Star(Optional.empty()), "")),
                        List.of(new QueryTree.Derived(query, "", List.of(), false)),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false))
                : query;
        List<QueryTree.Order> order = cursor.accept("order", "by") ? new OrderParser(cursor, terms).keys() : List.of();
        Optional<Term> limit = Optional.empty();
        Optional<Term> offset = Optional.empty();
        while (cursor.isWord("limit") || cursor.isWord("offset") || cursor.isWord("fetch")) {
            if (cursor.accept("limit")) {
                limit = cursor.accept("all") ? Optional.empty() : Optional.of(terms.term());
            } else if (cursor.accept("offset")) {
                offset = Optional.of(terms.term());
                if (!cursor.accept("rows")) {
                    cursor.accept("row");
                }
            } else {
                limit = Optional.of(fetch());
            }
        }
        while (cursor.accept("for")) {
            rowLock();
        }
        return new QueryTree(inner.with(), inner.body(), order, limit, offset);
    }

    /** {@code FETCH FIRST n ROWS ONLY}. */
    private Term fetch() {
        cursor.skip();
        cursor.name();
        Term count = cursor.word().startsWith("row") ? new Term.Constant(Datum.integer(1)) : terms.term();
        cursor.name();
        cursor.expect("only");
        return count;
    }

    /** {@code FOR NO KEY UPDATE OF t NOWAIT}: it locks rows and changes no answer. */
    private void rowLock() {
        while (!cursor.atEnd() && !cursor.isSymbol(")") && !cursor.isWord("for")) {
            if (cursor.isWord("skip")) {
                throw new Unreadable("rows that others hold");
            }
            cursor.skip();
        }
    }

    private QueryTree.Body select() {
        boolean opaque = false;
        boolean distinct = cursor.accept("distinct");
        if (distinct && cursor.accept("on")) {
            cursor.expectSymbol("(");
            cursor.skipToClosing();
            opaque = true;
        }
        cursor.accept("all");
        List<QueryTree.Item> items = new ArrayList<>();
        if (!cursor.atEnd() && !cursor.isSymbol(")") && !CLAUSES.contains(cursor.word())) {
            items = items();
        }
        skipInto();
        List<QueryTree.From> from = cursor.accept("from") ? new FromParser(cursor, terms).list() : List.of();
        skipInto();
        Optional<Term> where = cursor.accept("where") ? Optional.of(terms.term()) : Optional.empty();
        List<Term> groupBy = List.of();
        if (cursor.accept("group", "by")) {
            groupBy = terms.list();
        }
        Optional<Term> having = cursor.accept("having") ? Optional.of(terms.term()) : Optional.empty();
        if (cursor.isWord("window")) {
            throw new Unreadable("a window");
        }
        return new QueryTree.Plain(distinct, items, from, where, groupBy, having, opaque);
    }

    /** {@code INTO STRICT a, b} of the procedural language. */
    private void skipInto() {
        if (!cursor.accept("into")) {
            return;
        }
        do {
            cursor.name();
            while (cursor.acceptSymbol(".") || (cursor.isName() && !CLAUSES.contains(cursor.word()))) {
                if (cursor.isName()) {
                    cursor.name();
                }
            }
        } while (cursor.acceptSymbol(","));
    }

    private List<QueryTree.Item> items() {
        var items = new ArrayList<QueryTree.Item>();
        do {
            items.add(item());
        } while (cursor.acceptSymbol(","));
        return items;
    }

    private QueryTree.Item item() {
        if (cursor.isSymbol("*")) {
            cursor.skip();
            return new QueryTree.Item(new Term.Star(Optional.empty()), "");
        }
        Term term = terms.term();
        if (cursor.accept("as")) {
            return new QueryTree.Item(term, cursor.name());
        }
        if (cursor.isName() && !CLAUSES.contains(cursor.word())) {
            return new QueryTree.Item(term, cursor.name());
        }
        return new QueryTree.Item(term, nameOf(term));
    }

    /** The name that the server gives a column which has none. */
    private static String nameOf(Term term) {
        return switch (term) {
            case Term.Name name -> name.parts().get(name.parts().size() - 1);
            case Term.Call call -> call.function();
            case Term.Field field -> field.field();
            case Term.Cast cast -> {
                String inner = nameOf(cast.term());
                yield inner.equals("?column?") ? cast.type().name() : inner;
            }
            case Term.Exists ignored -> "exists";
            case Term.Case branches ->
                branches.otherwise()
                        .map(QueryParser::nameOf)
                        .filter(n -> !n.equals("?column?"))
                        .orElse("case");
            case Term.ArrayOf ignored -> "array";
            case Term.ArrayQuery ignored -> "array";
            case Term.RowOf ignored -> "row";
            case Term.Subscript subscript -> nameOf(subscript.array());
            default -> "?column?";
        };
    }
}
