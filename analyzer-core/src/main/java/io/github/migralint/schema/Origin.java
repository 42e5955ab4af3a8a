package io.github.migralint.schema;

/**
 * The statement of the history that made something so.
 *
 * @param migration ordinal of the migration in the history, from 0; -1 for what was there before
 * @param file display path of the file
 * @param line line of the statement, from 1
 */
public record Origin(int migration, String file, int line) {
    /** For objects that were there before the history begins. */
    public static final Origin BEFORE_HISTORY = new Origin(-1, "", 0);

    /** {@code V7__orders.sql:12}: the file without its folders, and the line. */
    public String shortForm() {
        return shortName(file) + ":" + line;
    }

    /** The name of a file without its folders; with the last one where all files of a tool have the same name. */
    public static String shortName(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        boolean sameEverywhere = name.equals("migration.sql") || name.equals("up.sql") || name.equals("down.sql");
        return slash > 0 && sameEverywhere ? path.substring(path.lastIndexOf('/', slash - 1) + 1) : name;
    }
}
