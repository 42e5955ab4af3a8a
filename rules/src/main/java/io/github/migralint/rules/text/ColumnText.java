package io.github.migralint.rules.text;

import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.DefaultChange;
import io.github.migralint.schema.Column;
import java.util.Locale;

/** Writes what a column is, as a definition has to say it. */
final class ColumnText {
    private ColumnText() {}

    /** Name, type and all attributes that the history knows. */
    static String definition(Step step, Column column) {
        return text(step, column, column.notNull());
    }

    /** The same, refusing NULL. */
    static String required(Step step, Column column) {
        return text(step, column, true);
    }

    private static String text(Step step, Column column, boolean required) {
        var text = new StringBuilder(step.quote(column.name())).append(' ');
        text.append(column.type().map(type -> type.toString().toUpperCase(Locale.ROOT)).orElse("/* type */"));
        column.traits().charset().ifPresent(charset -> text.append(" CHARACTER SET ").append(charset));
        column.collation().ifPresent(collation -> text.append(" COLLATE ").append(collation));
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
        column.traits()
                .onUpdate()
                .ifPresent(value -> text.append(" ON UPDATE ").append(DefaultChange.text(value)));
        column.traits()
                .comment()
                .ifPresent(comment -> text.append(" COMMENT '").append(comment.replace("'", "''")).append('\''));
        return text.toString();
    }
}
