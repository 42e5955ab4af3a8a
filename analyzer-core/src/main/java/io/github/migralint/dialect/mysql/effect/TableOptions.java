package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction.SetOptions;
import io.github.migralint.ast.Option;
import java.util.Locale;
import java.util.Set;

/** ENGINE, ROW_FORMAT, COMMENT and the other options of a table. */
final class TableOptions {
    /** Options that say how rows are stored: setting one writes them anew, even when it says what was so before. */
    private static final Set<String> STORAGE = Set.of(
            "row_format",
            "key_block_size",
            "compression",
            "page_compressed",
            "page_compression_level",
            "encrypted",
            "encryption_key_id",
            "data directory",
            "index directory",
            "tablespace");

    private static final String VERSIONING = "system versioning";

    private final Alteration alteration;

    TableOptions(Alteration alteration) {
        this.alteration = alteration;
    }

    void set(SetOptions action) {
        for (Option option : action.options()) {
            if (option.name().equals(VERSIONING) && alteration.lacks(Form.SYSTEM_VERSIONING)) {
                return;
            }
            Operation operation = operation(option);
            String label = option.name().toUpperCase(Locale.ROOT);
            alteration.ask(Clause.of(operation, label, option.span()).because(reason(operation, option)));
        }
    }

    private static String reason(Operation operation, Option option) {
        return operation == Operation.CHANGE_ENGINE
                ? "the rows go to the engine " + option.value().orElse("")
                : "the table is built anew for " + option.name().toUpperCase(Locale.ROOT);
    }

    private Operation operation(Option option) {
        String value = option.value().orElse("").toLowerCase(Locale.ROOT);
        return switch (option.name()) {
            case "engine", "type" ->
                value.equals(Storage.option(alteration.table(), "engine", "innodb"))
                        ? Operation.REBUILD_TABLE
                        : Operation.CHANGE_ENGINE;
            case VERSIONING -> Operation.CHANGE_VERSIONING;
            case "encryption" ->
                value.equals(Storage.option(alteration.table(), "encryption", "n"))
                        ? Operation.SET_TABLE_OPTION
                        : Operation.SET_ENCRYPTION;
            default -> STORAGE.contains(option.name()) ? Operation.REBUILD_TABLE : Operation.SET_TABLE_OPTION;
        };
    }
}
