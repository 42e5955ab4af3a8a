package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.Version;

/**
 * A server that statements are meant for.
 *
 * @param flavor MySQL or MariaDB
 * @param version its version; where no release of a line is said, its newest
 */
public record Server(Flavor flavor, Version version) {
    /** Higher than any release of a line. */
    private static final int NEWEST = 9999;

    public Server {
        if (version.patch() == 0) {
            version = new Version(version.major(), version.minor(), NEWEST);
        }
    }

    /** Whether a certain release of a line is meant. */
    public boolean saysPatch() {
        return version.patch() != NEWEST;
    }

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
