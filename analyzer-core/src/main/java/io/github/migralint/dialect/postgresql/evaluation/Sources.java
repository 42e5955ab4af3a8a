package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the rows of what stands in FROM: catalogs, common table expressions, queries, functions. */
final class Sources {
    private final Evaluation evaluation;
    private final Scope outer;
    private final Optional<Sources> parent;
    private final Map<String, Rowset> commons = new HashMap<>();

    Sources(Evaluation evaluation, Scope outer, Optional<Sources> parent) {
        this.evaluation = evaluation;
        this.outer = outer;
        this.parent = parent;
    }

    /** The scope around the query. */
    Scope outer() {
        return outer;
    }

    /** Adds a common table expression. */
    void add(String name, Rowset rowset) {
        commons.put(name, rowset);
    }

    private Optional<Rowset> common(String name) {
        return commons.containsKey(name)
                ? Optional.of(commons.get(name))
                : parent.flatMap(sources -> sources.common(name));
    }

    Rowset of(QueryTree.From item, Scope scope) {
        return switch (item) {
            case QueryTree.Named named -> named(named);
            case QueryTree.Derived derived -> derived(derived, scope);
            case QueryTree.Function function -> RowFunctions.rows(evaluation, function, scope);
            case QueryTree.Join ignored -> throw new Unreadable("a join by itself");
        };
    }

    Rowset derived(QueryTree.Derived derived, Scope scope) {
        return new Selection(evaluation, scope, Optional.of(this))
                .result(derived.query())
                .rowset()
                .renamed(derived.columns());
    }

    Rowset named(QueryTree.Named named) {
        Optional<Rowset> common = named.schema().isEmpty() ? common(named.name()) : Optional.empty();
        return common.or(() -> evaluation.catalogs().find(named.schema(), named.name()))
                .orElseGet(() -> relation(named))
                .renamed(named.columns());
    }

    /** The rows of users' tables are theirs: nobody knows them. */
    private Rowset relation(QueryTree.Named named) {
        QualifiedName name = named.schema()
                .map(schema -> new QualifiedName(
                        List.of(Facts.identifier(schema), Facts.identifier(named.name())),
                        Facts.identifier(named.name()).span()))
                .orElseGet(() -> Facts.unqualified(named.name()));
        Optional<Relation> found = evaluation.facts().schema().relation(name).found();
        if (found.isPresent() && found.get() instanceof Table table) {
            List<String> columns =
                    table.columns().stream().map(column -> column.name()).toList();
            return Rowset.unknown(columns, !table.complete());
        }
        if (found.isPresent() && found.get() instanceof View view) {
            List<String> columns =
                    view.columns().stream().map(column -> column.name()).toList();
            return Rowset.unknown(columns, columns.isEmpty());
        }
        return Rowset.unknown(List.of(), true);
    }
}
