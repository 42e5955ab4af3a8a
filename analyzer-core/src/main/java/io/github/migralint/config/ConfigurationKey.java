package io.github.migralint.config;

import java.util.Optional;

/**
 * One key of a {@code migralint.toml}.
 *
 * @param name the key with the table that it is in; {@code []} follows the name of an array of tables
 * @param form what kind of value it takes
 * @param vocabulary which words its texts may be
 * @param required whether the tables of its array must have it
 * @param description what it means, one sentence
 * @param usual what holds when it is not said, in TOML, where that is a value
 * @param example a value in TOML
 */
public record ConfigurationKey(
        String name,
        Form form,
        Vocabulary vocabulary,
        boolean required,
        String description,
        Optional<String> usual,
        String example) {
    /** Kinds of values. */
    public enum Form {
        TEXT("text in quotes"),
        TEXT_OR_NUMBER("text or a number"),
        BOOLEAN("true or false"),
        /** A date of TOML, or a text that is one. */
        DATE("a date"),
        /** Several texts, or one that stands for a list of one. */
        TEXTS("a list of texts"),
        /** A table whose keys are free, with texts. */
        TABLE_OF_TEXTS("a table"),
        /** A table whose keys are free, with whole numbers. */
        TABLE_OF_NUMBERS("a table");

        private final String label;

        Form(String label) {
            this.label = label;
        }

        /** What it is called in complaints. */
        public String label() {
            return label;
        }
    }

    /** Words that texts of a key may be. */
    public enum Vocabulary {
        /** Any text. */
        ANY,
        /** Engines. */
        DIALECTS,
        /** Versions, with or without the name of their engine. */
        VERSIONS,
        /** Migration tools. */
        FRAMEWORKS,
        /** What ships together. */
        RELEASES,
        /** Risks, or that nothing makes a run fail. */
        THRESHOLDS,
        /** Ids of rules that have a risk, or are off. */
        RISKS_OF_RULES,
        /** Ids of rules. */
        RULES,
        /** Ids of rules, families, and words for several. */
        RULE_WORDS,
        /** Times with a unit, or in milliseconds. */
        DURATIONS
    }

    /** The table that the key is in, empty for none; {@code []} follows the name of an array of tables. */
    public String table() {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    /** The key inside its table. */
    public String simpleName() {
        return name.substring(name.indexOf('.') + 1);
    }

    ConfigurationKey withDefault(String value) {
        return new ConfigurationKey(name, form, vocabulary, required, description, Optional.of(value), example);
    }

    ConfigurationKey asRequired() {
        return new ConfigurationKey(name, form, vocabulary, true, description, usual, example);
    }
}
