package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Arrays of one dimension: their literals, and what the server writes for them. */
final class Arrays {
    private Arrays() {}

    /** An element with the type that its array gives it. */
    static Datum element(Datum array, Value element) {
        String type = array.type();
        return type.length() > 2 && type.endsWith("[]")
                ? Datum.of(element, type.substring(0, type.length() - 2))
                : Datum.untyped(element);
    }

    /** The elements of {@code {a,"b c",NULL}}. */
    static Optional<List<Datum>> parse(String literal) {
        String text = literal.strip();
        if (text.length() < 2 || text.charAt(0) != '{' || text.charAt(text.length() - 1) != '}') {
            return Optional.empty();
        }
        var elements = new ArrayList<Datum>();
        String inside = text.substring(1, text.length() - 1);
        if (inside.isBlank()) {
            return Optional.of(elements);
        }
        int at = 0;
        while (at <= inside.length()) {
            int end = elementEnd(inside, at);
            if (end < 0 || elements.size() > Budget.MOST_ROWS) {
                return Optional.empty();
            }
            Optional<Datum> element = element(inside.substring(at, end).strip());
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(element.get());
            at = end + 1;
        }
        return Optional.of(elements);
    }

    private static int elementEnd(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '}')) {
                return -1;
            } else if (!quoted && c == ',') {
                return i;
            }
        }
        return quoted ? -1 : text.length();
    }

    private static Optional<Datum> element(String written) {
        boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
        if (!quoted && (written.isEmpty() || written.indexOf('"') >= 0)) {
            return Optional.empty();
        }
        if (!quoted && written.toLowerCase(Locale.ROOT).equals("null")) {
            return Optional.of(Datum.NULL);
        }
        String inside = quoted ? written.substring(1, written.length() - 1) : written;
        var text = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '\\' && i + 1 < inside.length()) {
                i++;
                c = inside.charAt(i);
            } else if (c == '"') {
                return Optional.empty();
            }
            text.append(c);
        }
        return Optional.of(Datum.of(new Value.Text(text.toString()), "unknown"));
    }

    /** The literal of an array. */
    static Optional<String> printed(Value.Array array, Casts casts) {
        var text = new StringBuilder("{");
        for (Value element : array.elements()) {
            if (text.length() > 1) {
                text.append(',');
            }
            if (element instanceof Value.Null) {
                text.append("NULL");
                continue;
            }
            Optional<String> printed = element instanceof Value.Array || text.length() > Budget.LONGEST_TEXT
                    ? Optional.empty()
                    : casts.printed(Datum.untyped(element));
            if (printed.isEmpty()) {
                return Optional.empty();
            }
            text.append(quoted(printed.get()));
        }
        return Optional.of(text.append('}').toString());
    }

    private static String quoted(String element) {
        boolean plain = !element.isEmpty()
                && !element.equalsIgnoreCase("null")
                && element.chars().noneMatch(c -> "{},\"\\ \t\n\r\u000b\f".indexOf(c) >= 0);
        return plain ? element : '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
