package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.dialect.procedural.Variables;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** SQL in, values out: what the tests of evaluation share. */
final class Asked {
    private Asked() {}

    /** The value of an expression, as {@link #text} writes it. */
    static String value(String sql, Schema schema) {
        return value(sql, schema, Variables.NONE);
    }

    static String value(String sql, Schema schema, Variables variables) {
        return text(new Evaluator(schema, variables, new Version(18, 0))
                .evaluate(Scanner.tokens(sql, new Span(0, sql.length()), PostgresqlLexicon.LEXICON)));
    }

    /** The rows of a query, each in a line. */
    static Optional<List<String>> rows(String sql, Schema schema) {
        SourceText text = SourceText.of("query.sql", sql);
        Select select = (Select) new PostgresqlDialect()
                .parse(text, text.span(), new Version(18, 0))
                .statements()
                .get(0);
        return rows(select.query(), schema);
    }

    private static Optional<List<String>> rows(Query query, Schema schema) {
        var evaluator = new Evaluator(schema, Variables.NONE, new Version(18, 0));
        return evaluator
                .rows(query)
                .map(rows -> rows.stream()
                        .map(row -> row.fields().values().stream()
                                .map(value -> value instanceof Value.Reference
                                        ? evaluator.written(value).orElse("?")
                                        : text(value))
                                .collect(Collectors.joining("|")))
                        .toList());
    }

    /** {@code ?} for what nobody can tell; else what the server would print. */
    static String text(Value value) {
        return switch (value) {
            case Value.Unknown ignored -> "?";
            case Value.Null ignored -> "NULL";
            case Value.Truth(boolean holds) -> holds ? "t" : "f";
            case Value.Number(BigDecimal number) -> number.toPlainString();
            case Value.Text(String text) -> text;
            case Value.Reference(String catalog, String key, boolean named) ->
                catalog + key + (named ? " by name" : "");
            case Value.Array array ->
                array.elements().stream().map(Asked::text).collect(Collectors.joining(",", "{", "}"));
            case Value.Row row ->
                row.fields().values().stream().map(Asked::text).collect(Collectors.joining("|"));
        };
    }
}
