package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.Table;

/**
 * How often MySQL may add and drop columns of a table without writing its rows anew: each time it keeps one more way to
 * read them.
 *
 * @param server the server
 */
public record RowVersions(Server server) {
    /** The option of a table that counts them since its last rebuild. */
    public static final String OPTION = "instant row versions";

    private static final int FIRST_LIMIT = 64;
    private static final int SECOND_LIMIT = 255;
    private static final Version SECOND = new Version(9, 1);

    /** Whether a table has no more to spare. */
    boolean exhausted(Table table) {
        return server.isMysqlFrom(8, 0, 29) && count(table) >= limit();
    }

    /** How many a server keeps of one table. */
    public int limit() {
        return server.version().isBefore(SECOND) ? FIRST_LIMIT : SECOND_LIMIT;
    }

    /** How many a table has. */
    public static int count(Table table) {
        String digits = table.options().getOrDefault(OPTION, "0");
        return digits.chars().allMatch(Character::isDigit) && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
    }
}
