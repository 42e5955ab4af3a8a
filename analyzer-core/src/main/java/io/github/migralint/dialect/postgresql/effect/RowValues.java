package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Update;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Literals that rows are given: a label that an enum lacks, or may not use yet.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record RowValues(Scene scene, Acts acts) {
    void check(Insert statement, Table table) {
        if (statement.columns().isEmpty()) {
            return;
        }
        boolean overriding = indexOf(statement.query().tokens(), "overriding") >= 0;
        List<List<List<Token>>> rows = rows(statement);
        rows.forEach(row -> row(row, statement.columns(), table, overriding));
        if (!rows.isEmpty()) {
            refuseMissing(statement, table);
        }
    }

    /** The rows of VALUES, each a list of expressions. */
    static List<List<List<Token>>> rows(Insert statement) {
        var rows = new ArrayList<List<List<Token>>>();
        List<Token> tokens = statement.query().tokens();
        int values = statement.source() == Insert.Source.VALUES ? indexOf(tokens, "values") : -1;
        int at = values + 1;
        while (values >= 0 && at < tokens.size() && tokens.get(at).isSymbol("(")) {
            int close = Predicates.closing(tokens, at);
            if (close < 0) {
                break;
            }
            rows.add(split(tokens.subList(at + 1, close)));
            at = close + 2;
        }
        return rows;
    }

    /** A column that must have a value and gets none, unless a trigger gives it one. */
    private void refuseMissing(Insert statement, Table table) {
        boolean plain = scene.certain(table) && table.triggers().isEmpty() && table.kind() == Table.Kind.PLAIN;
        if (!plain) {
            return;
        }
        Set<String> given = statement.columns().stream().map(Identifier::value).collect(Collectors.toSet());
        table.columns().stream()
                .filter(column -> column.notNull() && !given.contains(column.name()))
                .filter(column -> column.defaultValue().isEmpty()
                        && column.identity().isEmpty()
                        && column.generated().isEmpty())
                .filter(column -> column.type()
                        .filter(type ->
                                Types.domainDefault(type, scene.schema()).isEmpty())
                        .isPresent())
                .findFirst()
                .ifPresent(column -> acts.fail("23502", "Column " + column.name() + " gets no value."));
    }

    private static int indexOf(List<Token> tokens, String word) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += Predicates.depthChange(tokens.get(i));
            if (depth == 0 && tokens.get(i).isWord(word)) {
                return i;
            }
        }
        return -1;
    }

    private static List<List<Token>> split(List<Token> tokens) {
        var parts = new ArrayList<List<Token>>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += Predicates.depthChange(tokens.get(i));
            if (depth == 0 && tokens.get(i).isSymbol(",")) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        parts.add(tokens.subList(start, tokens.size()));
        return parts;
    }

    private void row(List<List<Token>> values, List<Identifier> columns, Table table, boolean overriding) {
        if (values.size() > columns.size()) {
            acts.fail("42601", "There are more values than columns.");
        } else if (values.size() < columns.size()) {
            acts.fail("42601", "There are more columns than values.");
        }
        for (int i = 0; i < Math.min(values.size(), columns.size()); i++) {
            Optional<Column> column = table.column(columns.get(i).value());
            value(values.get(i), column);
            boolean given = !(values.get(i).size() == 1 && values.get(i).get(0).isWord("default"));
            if (given
                    && !overriding
                    && column.flatMap(Column::identity)
                            .filter(id -> id.always())
                            .isPresent()) {
                acts.fail("428C9", "Values of " + column.get().name() + " are always generated.");
            }
        }
    }

    private void value(List<Token> value, Optional<Column> column) {
        boolean literal = (value.size() == 1 && value.get(0).kind() == TokenKind.STRING)
                || (value.size() == 3
                        && value.get(0).kind() == TokenKind.STRING
                        && value.get(1).isSymbol("::"));
        if (literal) {
            column.flatMap(Column::type)
                    .filter(type -> type.arrayDimensions() == 0)
                    .flatMap(type -> LiteralValues.problem(Predicates.string(value.get(0)), type, scene))
                    .ifPresent(problem -> acts.fail(problem.sqlState(), problem.reason()));
        }
        boolean generated = column.filter(c -> c.generated().isPresent()).isPresent();
        if (generated && !(value.size() == 1 && value.get(0).isWord("default"))) {
            acts.fail(
                    scene.since(14) ? "428C9" : "42601",
                    "Column " + column.get().name() + " is computed.");
        }
    }

    void check(Update statement, Table table) {
        List<Token> tokens = statement.query().tokens();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean assigned = tokens.get(i).isSymbol("=") && isTarget(tokens, i - 1, statement);
            boolean ends = i + 2 == tokens.size()
                    || tokens.get(i + 2).isSymbol(",")
                    || tokens.get(i + 2).isWord("where")
                    || tokens.get(i + 2).isWord("from");
            if (assigned && ends) {
                value(tokens.subList(i + 1, i + 2), table.column(Predicates.name(tokens.get(i - 1))));
            }
        }
    }

    private static boolean isTarget(List<Token> tokens, int at, Update statement) {
        return statement.columns().stream()
                .anyMatch(column -> column.span().start() == tokens.get(at).start());
    }
}
