package io.github.migralint.cli;

import io.github.migralint.Survey;
import io.github.migralint.cli.console.Printable;
import io.github.migralint.cli.console.Wrapping;
import io.github.migralint.config.ConfigurationKey;
import io.github.migralint.config.ConfigurationKeys;
import io.github.migralint.report.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a configuration that says some things, and explains all that could be said. */
final class ConfigurationTemplate {
    private static final int WIDTH = 98;
    private static final Map<String, String> TABLES = Map.of(
            "rules", "Which rules are on; \"migralint rules\" lists them.",
            "tables",
                    "What is known of the sizes of tables, which may be named with their schema; * stands for anything.",
            "database", "With which settings the sessions of the migration tool begin.",
            "overrides[]", "Some files differ. May be said several times; the last one that names a file wins.",
            "ignore[]",
                    "Findings that are accepted, in migrations that can no longer be edited. May be said several times.");

    private final Map<String, Proposal.Proposed> settings;
    private final StringBuilder text = new StringBuilder();

    private ConfigurationTemplate(Map<String, Proposal.Proposed> settings) {
        this.settings = settings;
    }

    /**
     * The text of the file.
     *
     * @param settings what it says, by key
     * @param projects what was found where it is to lie
     */
    static String of(Map<String, Proposal.Proposed> settings, List<Survey> projects) {
        var template = new ConfigurationTemplate(settings);
        template.head(projects);
        template.keys();
        return template.text.toString();
    }

    private void head(List<Survey> projects) {
        text.append("#:schema ").append(Product.CONFIGURATION_SCHEMA).append("\n\n");
        comment(
                "What Migralint should know of these migrations. Lines that are commented out are examples: without them"
                        + " everything is found out, or has a default.");
        if (projects.size() > 1) {
            comment("There are " + projects.size() + " projects below this folder. What differs between them is left to"
                    + " be found out; it can be said in a migralint.toml of their own, which extends this one.");
        }
    }

    private void keys() {
        var byTable = new LinkedHashMap<String, List<ConfigurationKey>>();
        byTable.put("", new ArrayList<>());
        ConfigurationKeys.ALL.forEach(key ->
                byTable.computeIfAbsent(key.table(), table -> new ArrayList<>()).add(key));
        byTable.forEach(this::table);
    }

    /** Keys of no table come first, as TOML wants it. */
    private void table(String name, List<ConfigurationKey> keys) {
        boolean array = name.endsWith("[]");
        if (!name.isEmpty()) {
            text.append('\n');
            comment(TABLES.getOrDefault(name, name));
            text.append(array ? "# [[" + name.replace("[]", "]]") : "[" + name + "]")
                    .append('\n');
        }
        keys.forEach(key -> key(key, array));
    }

    private void key(ConfigurationKey key, boolean inArray) {
        if (!inArray) {
            text.append('\n');
            comment(key.description());
        }
        Proposal.Proposed said = settings.get(key.name());
        if (said != null && !said.reason().isEmpty()) {
            comment("Found: " + Printable.asLine(said.reason()) + ".");
        }
        text.append(said == null ? "# " : "")
                .append(key.simpleName())
                .append(" = ")
                .append(said == null ? key.example() : said.value())
                .append('\n');
    }

    private void comment(String sentence) {
        Wrapping.text(sentence, WIDTH)
                .forEach(line -> text.append("# ").append(line).append('\n'));
    }
}
