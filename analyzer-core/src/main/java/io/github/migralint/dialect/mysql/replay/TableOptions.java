package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Option;
import io.github.migralint.dialect.mysql.Collation;
import io.github.migralint.schema.TableDraft;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Options of tables: how they are stored, and what collation new columns get. */
final class TableOptions {
    static final String ENGINE = "engine";
    static final String CHARSET = "character set";
    static final String COLLATE = "collate";

    private TableOptions() {}

    /** What a new table has before its options are read. */
    static void initial(TableDraft table, Change change) {
        table.options().put(ENGINE, "innodb");
        put(table.options(), ofDatabase(table.name().schema(), change));
    }

    /** The collation of new tables of a database. */
    static Collation ofDatabase(String database, Change change) {
        Collation server = Collation.ofServer(change.server());
        return change.now()
                .collationOf(database)
                .map(name -> Collation.named(name, server))
                .orElse(server);
    }

    /** Sets options as written. */
    static void set(TableDraft table, List<Option> options, Change change) {
        Optional<String> charset = value(options, CHARSET);
        Optional<String> collate = value(options, COLLATE);
        for (Option option : options) {
            String value = option.value().orElse("true");
            table.options().put(option.name(), option.name().equals(ENGINE) ? folded(value) : value);
        }
        if (charset.isPresent() || collate.isPresent()) {
            Collation database = ofDatabase(table.name().schema(), change);
            put(table.options(), Collation.resolve(charset, collate, database, change.server()));
        }
    }

    private static Optional<String> value(List<Option> options, String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .reduce((first, second) -> second)
                .flatMap(Option::value);
    }

    static void put(Map<String, String> options, Collation collation) {
        options.put(CHARSET, collation.charset());
        options.put(COLLATE, collation.name());
    }

    /** The collation that new columns of a table get; that of its database where the history does not tell. */
    static Collation collationOf(TableDraft table, Change change) {
        Collation database = ofDatabase(table.name().schema(), change);
        return Optional.ofNullable(table.options().get(COLLATE))
                .map(name -> Collation.named(name, database))
                .orElse(database);
    }

    private static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
