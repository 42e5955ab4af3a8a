package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.Version;

/**
 * A server that statements are meant for.
 *
 * @param flavor MySQL or MariaDB
 * @param version its version
 */
public record Server(Flavor flavor, Version version) {
    /** Whether it is MariaDB. */
    public boolean isMariadb() {
        return flavor == Flavor.MARIADB;
    }

    /** Whether it is MySQL. */
    public boolean isMysql() {
        return flavor == Flavor.MYSQL;
    }

    /** Whether it is MySQL of at least a version. */
    public boolean isMysqlFrom(int major, int minor, int patch) {
        return isMysql() && !version.isBefore(new Version(major, minor, patch));
    }

    /** Whether it is MariaDB of at least a version. */
    public boolean isMariadbFrom(int major, int minor) {
        return isMariadb() && !version.isBefore(new Version(major, minor));
    }
}
