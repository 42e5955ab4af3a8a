package io.github.migralint.dialect.mysql.procedural;

import java.util.List;
import java.util.Map;

/** Errors by their numbers, with the SQLSTATEs that the manual lists for them; those without an entry have HY000. */
final class Errors {
    /** No row for variables, or behind the last row of a cursor. */
    static final String NO_ROW = "1329";

    /** No branch of a CASE holds. */
    static final String NO_BRANCH = "1339";

    /** What cannot be read as SQL. */
    static final String SYNTAX = "1064";

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("1007", "HY000"),
            Map.entry("1044", "42000"),
            Map.entry("1046", "3D000"),
            Map.entry("1048", "23000"),
            Map.entry("1049", "42000"),
            Map.entry("1050", "42S01"),
            Map.entry("1051", "42S02"),
            Map.entry("1054", "42S22"),
            Map.entry("1060", "42S21"),
            Map.entry("1061", "42000"),
            Map.entry("1062", "23000"),
            Map.entry("1064", "42000"),
            Map.entry("1067", "42000"),
            Map.entry("1068", "42000"),
            Map.entry("1069", "42000"),
            Map.entry("1071", "42000"),
            Map.entry("1072", "42000"),
            Map.entry("1075", "42000"),
            Map.entry("1091", "42000"),
            Map.entry("1146", "42S02"),
            Map.entry("1176", "42000"),
            Map.entry("1205", "HY000"),
            Map.entry("1213", "40001"),
            Map.entry("1217", "23000"),
            Map.entry("1264", "22003"),
            Map.entry("1265", "01000"),
            Map.entry("1292", "22007"),
            Map.entry("1304", "42000"),
            Map.entry("1305", "42000"),
            Map.entry("1329", "02000"),
            Map.entry("1339", "20000"),
            Map.entry("1364", "HY000"),
            Map.entry("1366", "HY000"),
            Map.entry("1406", "22001"),
            Map.entry("1451", "23000"),
            Map.entry("1452", "23000"));

    private Errors() {}

    /** Whether one of the conditions of a handler catches an error, told by its number or by a SQLSTATE. */
    static boolean catches(List<String> conditions, String error) {
        return conditions.stream().anyMatch(condition -> catches(condition, error));
    }

    private static boolean catches(String condition, String error) {
        String state = stateOf(error);
        return switch (condition) {
            case "sqlexception" -> !state.startsWith("01") && !state.startsWith("02");
            case "sqlwarning" -> state.startsWith("01");
            case "not found" -> state.startsWith("02");
            default -> condition.equals(error) || condition.equalsIgnoreCase(state);
        };
    }

    /** Whether a condition is about rows alone, or about what names mean. */
    static boolean isAboutSchema(String condition) {
        String state = stateOf(condition);
        return state.startsWith("42") || state.startsWith("3D");
    }

    private static String stateOf(String error) {
        boolean state = error.length() == 5;
        return state ? error : STATES.getOrDefault(error, "HY000");
    }
}
