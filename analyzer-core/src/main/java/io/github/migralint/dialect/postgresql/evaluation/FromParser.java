package io.github.migralint.dialect.postgresql.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads FROM. */
final class FromParser {
    private static final Set<String> NO_ALIAS = Set.of(
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
            "into",
            "on",
            "using",
            "join",
            "inner",
            "left",
            "right",
            "full",
            "cross",
            "natural",
            "tablesample",
            "loop",
            "with");

    private final Cursor cursor;
    private final TermParser terms;

    FromParser(Cursor cursor, TermParser terms) {
        this.cursor = cursor;
        this.terms = terms;
    }

    List<QueryTree.From> list() {
        var list = new ArrayList<QueryTree.From>();
        do {
            list.add(joined());
        } while (cursor.acceptSymbol(","));
        return list;
    }

    private QueryTree.From joined() {
        cursor.enter();
        QueryTree.From left = primary();
        int length = 0;
        while (true) {
            boolean natural = cursor.accept("natural");
            Optional<QueryTree.Kind> kind = kind();
            if (kind.isEmpty()) {
                cursor.leave();
                return left;
            }
            if (++length > 50) {
                throw new Unreadable("too long");
            }
            QueryTree.From right = primary();
            Optional<Term> on = cursor.accept("on") ? Optional.of(terms.term()) : Optional.empty();
            List<String> using = cursor.accept("using") ? names() : List.of();
            left = new QueryTree.Join(left, right, kind.get(), on, using, natural);
        }
    }

    private Optional<QueryTree.Kind> kind() {
        if (cursor.accept("join") || cursor.accept("inner", "join") || cursor.accept("cross", "join")) {
            return Optional.of(QueryTree.Kind.INNER);
        }
        if (cursor.accept("left", "join") || cursor.accept("left", "outer", "join")) {
            return Optional.of(QueryTree.Kind.LEFT);
        }
        if (cursor.accept("right", "join") || cursor.accept("right", "outer", "join")) {
            return Optional.of(QueryTree.Kind.RIGHT);
        }
        if (cursor.accept("full", "join") || cursor.accept("full", "outer", "join")) {
            return Optional.of(QueryTree.Kind.FULL);
        }
        return Optional.empty();
    }

    private QueryTree.From primary() {
        boolean lateral = cursor.accept("lateral");
        if (cursor.isSymbol("(")) {
            return inParentheses(lateral);
        }
        cursor.accept("only");
        String name = cursor.name();
        Optional<String> schema = Optional.empty();
        while (cursor.acceptSymbol(".")) {
            schema = Optional.of(name);
            name = cursor.name();
        }
        if (cursor.isSymbol("(")) {
            return function(schema, name);
        }
        if (cursor.isSymbol("*")) {
            cursor.skip();
        }
        String alias = alias().orElse(name);
        if (cursor.isWord("tablesample")) {
            throw new Unreadable("a sample");
        }
        return new QueryTree.Named(schema, name, alias, names());
    }

    private QueryTree.From inParentheses(boolean lateral) {
        cursor.skip();
        if (QueryParser.begins(cursor)) {
            QueryTree query = new QueryParser(cursor).query();
            cursor.expectSymbol(")");
            String alias = alias().orElse("");
            return new QueryTree.Derived(query, alias, names(), lateral);
        }
        QueryTree.From inner = joined();
        cursor.expectSymbol(")");
        if (alias().isPresent()) {
            throw new Unreadable("a join under a name");
        }
        return inner;
    }

    private QueryTree.From function(Optional<String> schema, String name) {
        boolean system = schema.isEmpty() || schema.get().equals("pg_catalog");
        cursor.expectSymbol("(");
        List<Term> arguments = cursor.isSymbol(")") ? List.of() : terms.list();
        cursor.expectSymbol(")");
        boolean ordinality = cursor.accept("with", "ordinality");
        var call = new Term.Call(system ? name : "", arguments, false, false, List.of(), Optional.empty(), false);
        String alias = alias().orElse(name);
        if (cursor.isSymbol("(")) {
            Cursor.Mark start = cursor.mark();
            try {
                return new QueryTree.Function(call, alias, names(), ordinality);
            } catch (Unreadable e) {
                // Columns with their types: the function gives out a record.
                cursor.back(start);
                cursor.skip();
                cursor.skipToClosing();
                return new QueryTree.Function(
                        new Term.Call("", List.of(), false, false, List.of(), Optional.empty(), false),
                        alias,
                        List.of(),
                        false);
            }
        }
        return new QueryTree.Function(call, alias, List.of(), ordinality);
    }

    private Optional<String> alias() {
        if (cursor.accept("as")) {
            return cursor.isSymbol("(") ? Optional.of("") : Optional.of(cursor.name());
        }
        return cursor.isName() && !NO_ALIAS.contains(cursor.word()) ? Optional.of(cursor.name()) : Optional.empty();
    }

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
}
