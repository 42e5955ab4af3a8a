package io.github.migralint.dialect.mysql;

import io.github.migralint.dialect.Version;
import java.util.List;

/** The two descendants of one engine. */
public enum Flavor {
    /** Oracle's MySQL, and what is compatible with it. */
    MYSQL("mysql", "MySQL", "5.7, 8.0 to 8.4, 9.0 to 9.7"),
    /** MariaDB. */
    MARIADB("mariadb", "MariaDB", "10.5 to 10.11, 11.0 to 11.8");

    private final String dialect;
    private final String label;
    private final String releasesInWords;

    Flavor(String dialect, String label, String releasesInWords) {
        this.dialect = dialect;
        this.label = label;
        this.releasesInWords = releasesInWords;
    }

    /** The name of the dialect in options and reports. */
    public String dialect() {
        return dialect;
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** The newest release of each series whose effects are known, oldest first. */
    public List<Version> releases() {
        return this == MYSQL ? Releases.MYSQL : Releases.MARIADB;
    }

    /** The same series in words. */
    public String releasesInWords() {
        return releasesInWords;
    }
}
