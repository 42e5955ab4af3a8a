package io.github.migralint.rules.text;

import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.MysqlAction.ModifyColumn;
import io.github.migralint.history.Step;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes definitions of columns that keep what a column has. */
public final class Repeated {
    private Repeated() {}

    /**
     * A MODIFY or CHANGE with attributes that it lacks.
     *
     * @param step the step
     * @param modify the action
     * @param attributes what it lacks, as SQL
     */
    public static String definition(Step step, ModifyColumn modify, List<String> attributes) {
        ColumnDefinition column = modify.definition();
        int typeEnd = column.type()
                .map(type -> type.span().end())
                .orElse(column.name().span().end());
        String head = Sql.text(step, new Span(modify.span().start(), typeEnd));
        String rest = text(step, typeEnd, column.span().end());
        String position = text(step, column.span().end(), modify.span().end());
        String ofType = joined(attributes, true);
        return (head + ofType + rest + joined(attributes, false) + position).strip();
    }

    private static String text(Step step, int from, int to) {
        String text = from < to ? Sql.text(step, new Span(from, to)) : "";
        return text.isEmpty() ? "" : " " + text;
    }

    /** Character set and collation belong to the type and stand right behind it. */
    private static String joined(List<String> attributes, boolean ofType) {
        return attributes.stream()
                .filter(attribute -> ofType == isOfType(attribute))
                .map(attribute -> " " + attribute)
                .collect(Collectors.joining());
    }

    private static boolean isOfType(String attribute) {
        String folded = attribute.toLowerCase(Locale.ROOT);
        return folded.startsWith("char") || folded.startsWith("collate");
    }
}
