package io.github.migralint.dialect;

import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.MysqlDialect;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import java.util.List;
import java.util.Optional;

/** All dialects; the only place outside their folders that names them. */
public final class Dialects {
    private Dialects() {}

    /** Every dialect, the default one first. */
    public static List<Dialect> all() {
        return List.of(new PostgresqlDialect(), new MysqlDialect(Flavor.MYSQL), new MysqlDialect(Flavor.MARIADB));
    }

    /** The dialect of that name. */
    public static Optional<Dialect> named(String name) {
        return all().stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }
}
