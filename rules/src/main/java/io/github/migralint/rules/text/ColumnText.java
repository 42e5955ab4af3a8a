package io.github.migralint.rules.text;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.DefaultChange;
import io.github.migralint.schema.Column;
import java.util.Locale;
import java.util.Optional;

/** Writes what a column is, as a definition has to say it. */
final class ColumnText {
    private ColumnText() {}

    /** Name, type and all attributes that the history knows. */
    static String definition(Step step, QualifiedName table, Column column) {
        return text(step, table, column, column.notNull());
    }

    /** The same, refusing NULL. */
    static String required(Step step, QualifiedName table, Column column) {
        return text(step, table, column, true);
    }

    private static String text(Step step, QualifiedName table, Column column, boolean required) {
        var text = new StringBuilder(step.quote(column.name())).append(' ');
        text.append(column.type()
                .map(type -> type.toString().toUpperCase(Locale.ROOT))
                .orElse("/* type */"));
        if (!isOfTable(step, table, column)) {
            column.traits()
                    .charset()
                    .ifPresent(charset -> text.append(" CHARACTER SET ").append(charset));
            column.collation().ifPresent(collation -> text.append(" COLLATE ").append(collation));
        }
        if (required) {
            text.append(" NOT NULL");
        }
        column.defaultValue()
                .map(value -> DefaultChange.text(value.expression()))
                .filter(value -> !(required && value.equalsIgnoreCase("null")))
                .ifPresent(value -> text.append(" DEFAULT ").append(value));
        if (column.identity().isPresent()) {
            text.append(" AUTO_INCREMENT");
        }
        column.traits().onUpdate().ifPresent(value -> text.append(" ON UPDATE ").append(DefaultChange.text(value)));
        column.traits()
                .comment()
                .ifPresent(comment -> text.append(" COMMENT '")
                        .append(comment.replace("'", "''"))
                        .append('\''));
        return text.toString();
    }

    /** What a column has from its table it gets again unsaid; said, it may contradict a database that nobody asked. */
    private static boolean isOfTable(Step step, QualifiedName table, Column column) {
        Optional<String> around = step.before()
                .table(table)
                .flatMap(found -> Optional.ofNullable(found.options().get("collate")));
        return around.isPresent() && around.equals(column.collation());
    }
}
