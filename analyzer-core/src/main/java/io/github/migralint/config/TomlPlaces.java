package io.github.migralint.config;

import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the keys and values of a TOML text stand. The text was read before, so it is not checked again. A place is told by
 * the keys that lead to it; elements of arrays, and tables of arrays of tables, by their numbers from 0.
 */
final class TomlPlaces {
    private final String text;
    private final Map<List<String>, Span> keys = new HashMap<>();
    private final Map<List<String>, Span> values = new HashMap<>();
    /** How many tables each array of tables has. */
    private final Map<List<String>, Integer> tables = new HashMap<>();

    private List<String> table = List.of();
    private int at;

    private TomlPlaces(String text) {
        this.text = text;
    }

    static TomlPlaces of(SourceText source) {
        var places = new TomlPlaces(source.text());
        places.readDocument();
        return places;
    }

    /** Where a key stands. */
    Optional<Span> key(List<String> path) {
        return Optional.ofNullable(keys.get(path));
    }

    /** Where a value stands, or its key. */
    Optional<Span> value(List<String> path) {
        return Optional.ofNullable(values.get(path)).or(() -> key(path));
    }

    private void readDocument() {
        for (skipBlank(); at < text.length(); skipBlank()) {
            if (text.charAt(at) == '[') {
                readHeader();
            } else {
                readPair(table);
            }
        }
    }

    private void readHeader() {
        boolean array = text.startsWith("[[", at);
        at += array ? 2 : 1;
        List<String> path = List.of();
        for (boolean more = true; more; ) {
            skipBlank();
            int start = at;
            path = plus(current(path), readKeyPart());
            var span = new Span(start, at);
            keys.putIfAbsent(path, span);
            skipBlank();
            more = at < text.length() && text.charAt(at) == '.';
            at += more ? 1 : 0;
            if (!more && array) {
                int number = tables.merge(path, 1, Integer::sum) - 1;
                path = plus(path, Integer.toString(number));
                keys.put(path, span);
            }
        }
        at += array ? 2 : 1;
        table = path;
    }

    /** The last table of an array of tables stands for it in longer paths. */
    private List<String> current(List<String> path) {
        Integer count = tables.get(path);
        return count == null ? path : plus(path, Integer.toString(count - 1));
    }

    private void readPair(List<String> inside) {
        List<String> path = inside;
        for (boolean more = true; more; ) {
            skipBlank();
            int start = at;
            path = plus(path, readKeyPart());
            keys.putIfAbsent(path, new Span(start, at));
            skipBlank();
            more = at < text.length() && text.charAt(at) == '.';
            at++; // the dot, or the equals sign
        }
        readValue(path);
    }

    private String readKeyPart() {
        char first = at < text.length() ? text.charAt(at) : ' ';
        if (first == '"' || first == '\'') {
            int start = at;
            skipString();
            return text.substring(start + 1, Math.max(start + 1, at - 1));
        }
        int start = at;
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            at++; // whatever it is, get on
        }
        return text.substring(start, Math.min(at, text.length()));
    }

    private static boolean isBare(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private void readValue(List<String> path) {
        skipBlank();
        int start = at;
        char first = at < text.length() ? text.charAt(at) : ' ';
        switch (first) {
            case '[' -> readArray(path);
            case '{' -> readInlineTable(path);
            case '"', '\'' -> skipString();
            default -> {
                while (at < text.length() && ",]}\n\r#".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            }
        }
        int end = Math.min(at, text.length());
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        values.put(path, new Span(start, end));
    }

    private void readArray(List<String> path) {
        at++;
        int number = 0;
        for (skipSeparators(); at < text.length() && text.charAt(at) != ']'; skipSeparators()) {
            readValue(plus(path, Integer.toString(number++)));
        }
        at++;
    }

    private void readInlineTable(List<String> path) {
        at++;
        for (skipSeparators(); at < text.length() && text.charAt(at) != '}'; skipSeparators()) {
            readPair(path);
        }
        at++;
    }

    private void skipString() {
        char quote = text.charAt(at);
        String three = String.valueOf(quote).repeat(3);
        String end = text.startsWith(three, at) ? three : String.valueOf(quote);
        at += end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + end.length(), text.length());
    }

    private void skipSeparators() {
        skipBlank();
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            skipBlank();
        }
    }

    private void skipBlank() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return;
            }
        }
    }

    private static List<String> plus(List<String> path, String last) {
        var longer = new ArrayList<>(path);
        longer.add(last);
        return List.copyOf(longer);
    }
}
