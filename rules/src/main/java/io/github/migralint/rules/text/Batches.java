package io.github.migralint.rules.text;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Update;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.Conditions;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;

/** Writes DML that reaches a range of rows at a time. */
public final class Batches {
    private Batches() {}

    /** The statement with its own condition, one range of the key at a time. */
    public static String update(Step step, Update update) {
        String range = rangeIn(step, update.table(), update.query());
        if (update.where().isPresent() && !Conditions.everyRow(update.where(), update.query())) {
            return narrowed(step, update.span(), update.where().get(), range);
        }
        Span body = update.where()
                .map(where -> new Span(update.span().start(), where.span().start()))
                .orElse(update.span());
        String text = Sql.text(step, body).replaceFirst("(?i)\\s+WHERE\\s*$", "");
        return text + " WHERE " + range + ";";
    }

    /** The statement with its own condition, one range of the key at a time; with one still to be written if it has none. */
    public static String delete(Step step, Delete delete) {
        if (delete.where().isPresent() && !Conditions.everyRow(delete.where(), delete.query())) {
            String range = rangeIn(step, delete.table(), delete.query());
            return narrowed(step, delete.span(), delete.where().get(), range);
        }
        return "DELETE FROM " + Sql.name(step, delete.table()) + " WHERE " + range(step, delete.table())
                + " AND /* which rows */;";
    }

    /** A condition on the key of a table that reaches one batch. */
    public static String range(Step step, QualifiedName table) {
        return step.quote(key(step, table)) + " BETWEEN :from AND :to";
    }

    private static String narrowed(Step step, Span statement, Expression where, String range) {
        String head = Sql.text(step, new Span(statement.start(), where.span().start()));
        String condition = Sql.text(step, where.span());
        boolean loose = where.tokens().stream().anyMatch(token -> token.isWord("or"));
        return head + " " + (loose ? "(" + condition + ")" : condition) + " AND " + range + ";";
    }

    /** Beside other tables the key says whose it is. */
    private static String rangeIn(Step step, QualifiedName table, Query statement) {
        return statement.relations().isEmpty()
                ? range(step, table)
                : step.quote(calledIn(statement, table)) + "." + range(step, table);
    }

    /** What an UPDATE or DELETE calls its table: the alias, or the name without its schema. */
    private static String calledIn(Query statement, QualifiedName table) {
        List<Token> tokens = statement.tokens();
        int after = endOf(tokens, table);
        if (after < tokens.size() && tokens.get(after).isWord("as")) {
            return written(tokens.get(after + 1));
        }
        boolean alias = after < tokens.size()
                && isName(tokens.get(after))
                && !tokens.get(after).isWord("set")
                && !tokens.get(after).isWord("using")
                && !tokens.get(after).isWord("where");
        return alias ? written(tokens.get(after)) : table.name();
    }

    /** The place behind the first mention of a table. */
    private static int endOf(List<Token> tokens, QualifiedName table) {
        int end = table.span().end();
        int after = 0;
        while (after < tokens.size() && tokens.get(after).start() < end) {
            after++;
        }
        return after < tokens.size() && tokens.get(after).isSymbol("*") ? after + 1 : after;
    }

    private static boolean isName(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }

    private static String written(Token token) {
        return token.kind() == TokenKind.WORD
                ? token.text().toLowerCase(java.util.Locale.ROOT)
                : token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"");
    }

    /** The name of the first column of the primary key, or {@code id}. */
    private static String key(Step step, QualifiedName name) {
        Optional<Table> table = step.before().table(name);
        return table.flatMap(Table::primaryKey)
                .map(Constraint::columns)
                .filter(columns -> !columns.isEmpty())
                .flatMap(columns -> table.orElseThrow().column(columns.get(0)))
                .map(Column::name)
                .orElse("id");
    }
}
