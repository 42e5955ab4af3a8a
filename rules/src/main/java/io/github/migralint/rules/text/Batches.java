package io.github.migralint.rules.text;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Update;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.Optional;

/** Writes DML that reaches a range of rows at a time. */
public final class Batches {
    private Batches() {}

    /** The statement, one range of the key at a time. */
    public static String update(Step step, Update update) {
        Span body = update.where()
                .map(where -> new Span(update.span().start(), where.span().start()))
                .orElse(update.span());
        String text = Sql.text(step, body).replaceFirst("(?i)\\s+WHERE\\s*$", "");
        return text + " WHERE " + range(step, update.table()) + ";";
    }

    /** The statement, one range of the key at a time, with a condition still to be written. */
    public static String delete(Step step, Delete delete) {
        return "DELETE FROM " + Sql.name(step, delete.table()) + " WHERE " + range(step, delete.table())
                + " AND /* which rows */;";
    }

    /** A condition on the key of a table that reaches one batch. */
    public static String range(Step step, QualifiedName table) {
        return step.quote(key(step, table)) + " BETWEEN :from AND :to";
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
