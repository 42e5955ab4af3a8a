package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.MysqlStatement.AlterDatabase;
import io.github.migralint.ast.MysqlStatement.UseDatabase;
import io.github.migralint.ast.Option;
import io.github.migralint.dialect.mysql.Collation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Databases, and which of them names are looked up in. */
final class Databases {
    /** Databases of the server itself. */
    static final Set<String> OF_SERVER = Set.of("mysql", "sys", "information_schema", "performance_schema");

    private final Change change;

    Databases(Change change) {
        this.change = change;
    }

    void create(CreateSchema statement) {
        statement.name().ifPresent(name -> {
            change.schema().addSchema(name.value());
            collate(name.value(), statement.options());
        });
    }

    void alter(AlterDatabase statement) {
        statement.database().ifPresent(name -> collate(name.value(), statement.options()));
    }

    /** A database that the history uses without making it was made for it, and is its own. */
    void use(UseDatabase statement) {
        String name = statement.database().value();
        if (!OF_SERVER.contains(name)) {
            change.schema().addSchema(name);
        }
        change.schema().searchPath(Optional.of(List.of(name)));
        if (!OF_SERVER.contains(name)
                && change.schema().inSchema(MysqlReplay.DATABASE).isEmpty()) {
            // nothing was made before in the database of the connection: it is most likely this one
            change.schema().sessionsBeginIn(List.of(name));
        }
    }

    /** What new tables of a database get from now on. */
    void collate(String database, List<Option> options) {
        Optional<String> charset = value(options, TableOptions.CHARSET);
        Optional<String> collate = value(options, TableOptions.COLLATE);
        if (charset.isPresent() || collate.isPresent()) {
            Collation server = Collation.ofServer(change.server());
            change.schema()
                    .collate(
                            database,
                            Collation.resolve(charset, collate, server, change.server())
                                    .name());
        }
    }

    private static Optional<String> value(List<Option> options, String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .reduce((first, second) -> second)
                .flatMap(Option::value);
    }
}
