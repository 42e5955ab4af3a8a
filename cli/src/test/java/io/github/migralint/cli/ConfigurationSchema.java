package io.github.migralint.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.github.migralint.config.ConfigurationKey;
import io.github.migralint.config.ConfigurationKeys;
import io.github.migralint.config.Threshold;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.framework.Frameworks;
import io.github.migralint.framework.MigrationFramework;
import io.github.migralint.report.Product;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the JSON schema of {@code migralint.toml} from its keys, rules, engines and tools. */
final class ConfigurationSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TABLES = Map.of(
            "rules", "Which rules are on.",
            "overrides[]", "What differs for some files; where several hold for a file, the last one wins.",
            "ignore[]", "Findings that are accepted.",
            "tables", "What is known of the sizes of tables.",
            "database", "With which settings the sessions of the migration tool begin.");

    /** Other names of engines that are understood. */
    private static final List<String> DIALECT_ALIASES = List.of("postgres", "pgsql", "pg", "psql");

    private final List<RuleInfo> catalogue =
            Rules.all().stream().map(rule -> rule.info()).toList();

    private ConfigurationSchema() {}

    static String text() {
        return new ConfigurationSchema().schema().toPrettyString() + "\n";
    }

    private ObjectNode schema() {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", Product.CONFIGURATION_SCHEMA);
        schema.put("title", "Configuration of Migralint");
        schema.put("description", "What a project says in its migralint.toml.");
        schema.put("type", "object");
        schema.set("properties", properties());
        schema.put("additionalProperties", false);
        schema.set("definitions", definitions());
        return schema;
    }

    private ObjectNode properties() {
        ObjectNode properties = JSON.createObjectNode();
        for (ConfigurationKey key : ConfigurationKeys.ALL) {
            if (key.table().isEmpty()) {
                properties.set(key.name(), property(key));
                continue;
            }
            boolean array = key.table().endsWith("[]");
            String name = key.table().replace("[]", "");
            ObjectNode table = (ObjectNode) properties.get(name);
            if (table == null) {
                table = array ? arrayOfTables(key.table()) : table(key.table());
                properties.set(name, table);
            }
            ObjectNode inner = array ? (ObjectNode) table.get("items") : table;
            ((ObjectNode) inner.get("properties")).set(key.simpleName(), property(key));
            if (key.required()) {
                inner.withArray("required").add(key.simpleName());
            }
        }
        return properties;
    }

    private static ObjectNode table(String name) {
        ObjectNode table = JSON.createObjectNode();
        table.put("description", TABLES.get(name));
        return open(table);
    }

    private static ObjectNode arrayOfTables(String name) {
        ObjectNode array = JSON.createObjectNode();
        array.put("description", TABLES.get(name));
        array.put("type", "array");
        array.set("items", open(JSON.createObjectNode()));
        return array;
    }

    private static ObjectNode open(ObjectNode table) {
        table.put("type", "object");
        table.set("properties", JSON.createObjectNode());
        table.put("additionalProperties", false);
        return table;
    }

    private ObjectNode property(ConfigurationKey key) {
        ObjectNode property = JSON.createObjectNode();
        property.put("description", key.description());
        property.setAll(shape(key));
        key.usual().ifPresent(value -> property.set("default", toml(value)));
        property.set("examples", JSON.createArrayNode().add(toml(key.example())));
        return property;
    }

    private ObjectNode shape(ConfigurationKey key) {
        return switch (key.form()) {
            case TEXT -> word(key);
            case TEXT_OR_NUMBER -> {
                ObjectNode shape = word(key);
                shape.set("type", JSON.createArrayNode().add("string").add("number"));
                if (key.vocabulary() != ConfigurationKey.Vocabulary.ANY) {
                    shape.put("minimum", 0);
                }
                yield shape;
            }
            case BOOLEAN -> JSON.createObjectNode().put("type", "boolean");
            case DATE ->
                JSON.createObjectNode()
                        .put("type", "string")
                        .put("format", "date")
                        .put("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            case TEXTS -> texts(key);
            case TABLE_OF_TEXTS -> {
                ObjectNode shape = JSON.createObjectNode();
                shape.set("allOf", JSON.createArrayNode().add(reference("risks")));
                yield shape;
            }
            case TABLE_OF_NUMBERS -> {
                ObjectNode shape = JSON.createObjectNode().put("type", "object");
                shape.set(
                        "additionalProperties",
                        JSON.createObjectNode().put("type", "integer").put("minimum", 0));
                yield shape;
            }
        };
    }

    /** A list, or one word that stands for a list of one. */
    private ObjectNode texts(ConfigurationKey key) {
        ObjectNode list = JSON.createObjectNode().put("type", "array");
        list.set("items", word(key));
        if (key.required()) {
            list.put("minItems", 1);
        }
        ObjectNode shape = JSON.createObjectNode();
        shape.set("anyOf", JSON.createArrayNode().add(list).add(word(key)));
        return shape;
    }

    private ObjectNode word(ConfigurationKey key) {
        ObjectNode any = JSON.createObjectNode().put("type", "string");
        return switch (key.vocabulary()) {
            case ANY, RISKS_OF_RULES -> any.put("pattern", "\\S");
            case VERSIONS -> any.put("pattern", "^(?:" + inAnyCase(dialects()) + "-)?[0-9]+(?:\\.[0-9]+)*$");
            case DURATIONS -> any.put("pattern", "^[0-9]+(?:\\.[0-9]+)? ?(?:us|ms|s|min|h|d)?$");
            case DIALECTS -> inAnyCase(names(Dialects.all(), Dialect::name), dialects());
            case THRESHOLDS -> inAnyCase(Threshold.WORDS, Threshold.WORDS);
            case FRAMEWORKS ->
                oneOf(names(Frameworks.ALL, MigrationFramework::name).stream()
                        .sorted()
                        .toList());
            case RELEASES -> oneOf(List.of("together", "each"));
            case RULES -> reference("rule");
            case RULE_WORDS -> reference("rules");
        };
    }

    private ObjectNode definitions() {
        List<String> ids = names(catalogue, RuleInfo::id);
        var words = new ArrayList<>(List.of("default", "all"));
        Arrays.stream(Category.values())
                .map(category -> category.name().toLowerCase(Locale.ROOT))
                .forEach(words::add);
        words.addAll(ids);
        var risks = new ArrayList<String>();
        Arrays.stream(Risk.values())
                .map(risk -> risk.name().toLowerCase(Locale.ROOT))
                .forEach(risks::add);
        risks.add("off");
        ObjectNode definitions = JSON.createObjectNode();
        definitions.set("rule", oneOf(ids));
        definitions.set("rules", oneOf(words));
        definitions.set("risk", inAnyCase(risks, risks));
        definitions.set("risks", risks());
        return definitions;
    }

    private ObjectNode risks() {
        ObjectNode shape = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = shape.putObject("properties");
        for (RuleInfo rule : catalogue) {
            ObjectNode property = properties.putObject(rule.id());
            property.put("description", rule.summary());
            property.set("allOf", JSON.createArrayNode().add(reference("risk")));
        }
        return shape.put("additionalProperties", false);
    }

    private static ObjectNode reference(String definition) {
        return JSON.createObjectNode().put("$ref", "#/definitions/" + definition);
    }

    private static ObjectNode oneOf(List<String> words) {
        ObjectNode node = JSON.createObjectNode().put("type", "string");
        ArrayNode all = node.putArray("enum");
        words.forEach(all::add);
        return node;
    }

    private static List<String> dialects() {
        var all = new ArrayList<>(names(Dialects.all(), Dialect::name));
        all.addAll(DIALECT_ALIASES);
        return all;
    }

    /** Words in any case, of which editors offer some in the usual one. */
    private static ObjectNode inAnyCase(List<String> offered, List<String> all) {
        ObjectNode node = JSON.createObjectNode();
        node.set(
                "anyOf",
                JSON.createArrayNode()
                        .add(oneOf(offered))
                        .add(JSON.createObjectNode().put("type", "string").put("pattern", "^" + inAnyCase(all) + "$")));
        return node;
    }

    /** A pattern for words in any case. */
    private static String inAnyCase(List<String> words) {
        return words.stream()
                .map(word -> word.chars()
                        .mapToObj(c -> "[" + (char) Character.toUpperCase(c) + (char) c + "]")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static <T> List<String> names(List<T> all, Function<T, String> name) {
        return all.stream().map(name).toList();
    }

    private static JsonNode toml(String value) {
        try {
            return new TomlMapper().readTree("value = " + value).get("value");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }
}
