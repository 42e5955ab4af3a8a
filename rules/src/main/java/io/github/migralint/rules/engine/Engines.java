package io.github.migralint.rules.engine;

import java.util.List;

/** Names of dialects, as rules list those that they speak about. */
public final class Engines {
    /** The name of MySQL. */
    public static final String MYSQL = "mysql";

    /** The name of MariaDB. */
    public static final String MARIADB = "mariadb";

    /** The name of PostgreSQL. */
    public static final String POSTGRESQL = "postgresql";

    /** All of them. */
    public static final List<String> ALL = List.of(POSTGRESQL, MYSQL, MARIADB);

    /** MySQL and its descendant. */
    public static final List<String> MYSQL_AND_MARIADB = List.of(MYSQL, MARIADB);

    private Engines() {}
}
