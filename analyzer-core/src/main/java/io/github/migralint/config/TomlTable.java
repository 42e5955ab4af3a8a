package io.github.migralint.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.migralint.config.ConfigurationKey.Form;
import io.github.migralint.rule.Place;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A table of a configuration file: its values by key, and complaints about them with their places. */
final class TomlTable {
    /** Follows the name of an array of tables. */
    private static final String ARRAY = "[]";

    private final SourceText source;
    private final TomlPlaces places;
    private final JsonNode node;
    private final List<String> path;
    private final String name;

    private TomlTable(SourceText source, TomlPlaces places, JsonNode node, List<String> path, String name) {
        this.source = source;
        this.places = places;
        this.node = node;
        this.path = path;
        this.name = name;
    }

    /** The whole file. */
    static TomlTable whole(SourceText source, TomlPlaces places, JsonNode node) {
        return new TomlTable(source, places, node, List.of(), "");
    }

    /** Fails when there is a key in the file that nobody knows. */
    void requireKnownKeys() {
        withKnownKeys();
        for (String table : ConfigurationKeys.tables()) {
            if (table.endsWith(ARRAY)) {
                tables(table.substring(0, table.length() - ARRAY.length()));
            } else {
                table(table);
            }
        }
    }

    /** The table of a key, empty if there is none. */
    TomlTable table(String key) {
        return anyTable(key).withKnownKeys();
    }

    /** The tables of an array of tables. */
    List<TomlTable> tables(String key) {
        JsonNode array = node.path(key);
        if (!array.isMissingNode() && !array.isArray()) {
            throw wrong(key, "must be tables: write [[" + key + "]]");
        }
        var tables = new ArrayList<TomlTable>();
        for (int i = 0; i < array.size(); i++) {
            List<String> below = plus(plus(path, key), Integer.toString(i));
            if (!array.get(i).isObject()) {
                throw complaint(places.value(below), key + " must be tables: write [[" + key + "]]");
            }
            tables.add(new TomlTable(source, places, array.get(i), below, key + ARRAY).withKnownKeys());
        }
        return tables;
    }

    /** {@code true} or {@code false}. */
    Optional<Boolean> flag(String key) {
        return value(key).map(JsonNode::booleanValue);
    }

    /** What each of several texts means; a text without a meaning is told by an {@link IllegalArgumentException}. */
    <T> List<T> each(String key, Function<String, T> meaning) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (value.isTextual()) {
            return List.of(meant(plus(path, key), key, value, meaning));
        }
        if (!value.isArray()) {
            throw wrong(key);
        }
        var all = new ArrayList<T>();
        for (int i = 0; i < value.size(); i++) {
            all.add(meant(plus(plus(path, key), Integer.toString(i)), key, value.get(i), meaning));
        }
        return all;
    }

    /** What a text means. */
    <T> Optional<T> one(String key, Function<String, T> meaning) {
        return value(key).map(value -> meaning(plus(path, key), value.asText(), meaning));
    }

    /** The values of a table whose keys are not known, with what keys and values mean. */
    <T> Map<String, T> entries(String key, Function<String, String> keys, Function<String, T> meaning) {
        TomlTable table = anyTable(key);
        var entries = new LinkedHashMap<String, T>();
        table.node.properties().forEach(entry -> {
            List<String> below = plus(table.path, entry.getKey());
            JsonNode value = entry.getValue();
            boolean numbers = key(key).form() == Form.TABLE_OF_NUMBERS;
            if (numbers ? !value.isNumber() : !value.isTextual()) {
                throw complaint(
                        places.value(below),
                        String.join(".", below) + " must be " + (numbers ? "a number" : Form.TEXT.label()));
            }
            String meant = told(places.key(below), entry.getKey(), keys);
            entries.put(meant, meaning(below, value.asText(), meaning));
        });
        return entries;
    }

    /** Whether a key is there. */
    boolean has(String key) {
        return node.has(key);
    }

    /** Where the table begins. */
    Place place() {
        return new Place(source, places.key(path).orElse(new Span(0, 0)));
    }

    /** What is said of a key below this table: once for each table of an array, and for each entry of a table. */
    List<Saying> sayings(ConfigurationKey key) {
        if (key.table().isEmpty()) {
            return sayingsHere(key);
        }
        List<TomlTable> tables =
                key.table().endsWith(ARRAY) ? tables(key.table().replace(ARRAY, "")) : List.of(table(key.table()));
        return tables.stream().flatMap(table -> table.sayingsHere(key).stream()).toList();
    }

    private List<Saying> sayingsHere(ConfigurationKey key) {
        String here = key.simpleName();
        if (!has(here)) {
            return List.of();
        }
        boolean entries = key.form() == Form.TABLE_OF_TEXTS || key.form() == Form.TABLE_OF_NUMBERS;
        if (!entries) {
            return List.of(saying(key.name(), plus(path, here)));
        }
        TomlTable table = anyTable(here);
        var all = new ArrayList<Saying>();
        table.node
                .fieldNames()
                .forEachRemaining(name -> all.add(saying(key.name() + "." + name, plus(table.path, name))));
        return all;
    }

    private Saying saying(String key, List<String> where) {
        Span none = new Span(0, 0);
        Span value = places.value(where).orElse(none);
        String written = source.text().substring(value.start(), value.end());
        return new Saying(key, new Place(source, places.key(where).orElse(none)), written.replaceAll("\\s+", " "));
    }

    private ConfigurationException wrong(String key) {
        return wrong(key, "must be " + key(key).form().label());
    }

    private ConfigurationException wrong(String key, String what) {
        return complaint(places.value(plus(path, key)), label(key) + " " + what);
    }

    /** What is known of a key of this table. */
    private ConfigurationKey key(String key) {
        return ConfigurationKeys.named(name.isEmpty() ? key : name + "." + key);
    }

    /** That the table lacks a key. */
    ConfigurationException lacks(String key) {
        return complaint(places.key(path), "[[" + name.replace(ARRAY, "") + "]] needs " + key);
    }

    private TomlTable anyTable(String key) {
        JsonNode table = node.path(key);
        if (!table.isMissingNode() && !table.isObject()) {
            throw wrong(key, "must be a table");
        }
        return new TomlTable(source, places, table, plus(path, key), label(key));
    }

    private TomlTable withKnownKeys() {
        List<String> known = ConfigurationKeys.in(name);
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw complaint(places.key(plus(path, key)), "unknown key " + label(key) + suggestion(key, known));
            }
        });
        return this;
    }

    private String suggestion(String key, List<String> known) {
        if (!name.isEmpty() && ConfigurationKeys.in("").contains(key)) {
            return "; write " + key + " before the first [table]";
        }
        String elsewhere = ConfigurationKeys.tablesWith(key).stream()
                .map(table -> table.endsWith(ARRAY) ? "[[" + table.replace(ARRAY, "]]") : "[" + table + "]")
                .findFirst()
                .map(table -> "; it belongs in " + table)
                .orElse("");
        return elsewhere.isEmpty() ? Suggestion.asQuestion(key, known) : elsewhere;
    }

    private Optional<JsonNode> value(String key) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!isOf(key(key).form(), value)) {
            throw wrong(key);
        }
        return Optional.of(value);
    }

    private static boolean isOf(Form form, JsonNode value) {
        return switch (form) {
            case TEXT, DATE -> isText(value);
            case TEXT_OR_NUMBER -> value.isNumber() || isText(value);
            case BOOLEAN -> value.isBoolean();
            case TEXTS -> value.isArray() || isText(value);
            case TABLE_OF_TEXTS, TABLE_OF_NUMBERS -> value.isObject();
        };
    }

    private <T> T meant(List<String> where, String key, JsonNode value, Function<String, T> meaning) {
        if (!isText(value)) {
            throw complaint(places.value(where), label(key) + " must be " + Form.TEXTS.label());
        }
        return meaning(where, value.textValue(), meaning);
    }

    private <T> T meaning(List<String> where, String text, Function<String, T> meaning) {
        return told(places.value(where), text, meaning);
    }

    private <T> T told(Optional<Span> where, String text, Function<String, T> meaning) {
        try {
            return meaning.apply(text);
        } catch (IllegalArgumentException e) {
            throw complaint(where, String.valueOf(e.getMessage()));
        }
    }

    private ConfigurationException complaint(Optional<Span> where, String what) {
        return ConfigurationException.at(new Place(source, where.orElse(new Span(0, 0))), what);
    }

    private String label(String key) {
        return name.isEmpty() ? key : name.replace(ARRAY, "") + "." + key;
    }

    private static boolean isText(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }

    private static List<String> plus(List<String> path, String last) {
        var longer = new ArrayList<>(path);
        longer.add(last);
        return List.copyOf(longer);
    }
}
