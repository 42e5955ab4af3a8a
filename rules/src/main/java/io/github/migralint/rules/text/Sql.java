package io.github.migralint.rules.text;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Writes pieces of SQL for advice: names quoted where the engine wants it, clauses as the file has them. */
public final class Sql {
    private Sql() {}

    /** A name of several parts, each quoted where needed; a placeholder stays what the tool reads. */
    public static String name(Step step, QualifiedName name) {
        return joined(step, name.parts());
    }

    private static String joined(Step step, List<Identifier> parts) {
        return parts.stream()
                .map(part -> part.hasPlaceholder() ? asWritten(part) : step.quote(part.value()))
                .collect(Collectors.joining("."));
    }

    private static String asWritten(Identifier part) {
        return part.quoted() ? '"' + part.value() + '"' : part.value();
    }

    /** A name in the schema of another: {@code shop.orders} and {@code idx} give {@code shop.idx}. */
    public static String beside(Step step, QualifiedName neighbour, String name) {
        List<Identifier> schema = neighbour.parts().subList(0, neighbour.parts().size() - 1);
        return (schema.isEmpty() ? "" : joined(step, schema) + ".") + step.quote(name);
    }

    /** Columns, joined by commas. */
    public static String columns(Step step, List<Identifier> columns) {
        return columns.stream().map(column -> step.quote(column.value())).collect(Collectors.joining(", "));
    }

    /** What stands in the file, on one line; text with comments inside stays as it is. */
    public static String text(Step step, Span span) {
        return text(step.text(), span);
    }

    /** The same of another file. */
    public static String text(SourceText file, Span span) {
        String text = file.slice(span);
        return text.contains("--") || text.contains("/*") ? text : onOneLine(text);
    }

    private static String onOneLine(String text) {
        var line = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                line.append(c);
            } else if (!Character.isWhitespace(c)) {
                quote = c == '\'' || c == '"' ? c : 0;
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }
}
