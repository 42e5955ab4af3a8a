package io.github.migralint.dialect.mysql;

/** The two descendants of one engine. */
public enum Flavor {
    /** Oracle's MySQL, and what is compatible with it. */
    MYSQL("mysql", "MySQL"),
    /** MariaDB. */
    MARIADB("mariadb", "MariaDB");

    private final String dialect;
    private final String label;

    Flavor(String dialect, String label) {
        this.dialect = dialect;
        this.label = label;
    }

    /** The name of the dialect in options and reports. */
    public String dialect() {
        return dialect;
    }

    /** The name for people. */
    public String label() {
        return label;
    }
}
