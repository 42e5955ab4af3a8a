package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.fixtures.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Statements that were measured on servers of several majors.
 *
 * @param cases the statements
 */
record TruthTable(List<Case> cases) {
    TruthTable {
        cases = List.copyOf(cases);
    }

    /**
     * A statement with what was there before.
     *
     * @param id its name: {@code category.name}
     * @param category its category
     * @param setup statements before, each in its own transaction
     * @param session settings of the session
     * @param beforeInTransaction statements of the same transaction
     * @param statement the statement
     * @param results what was seen, by range of majors
     */
    record Case(
            String id,
            String category,
            List<String> setup,
            List<String> session,
            List<String> beforeInTransaction,
            String statement,
            Map<String, Result> results) {
        /** What was seen on a major, if the statement was measured there. */
        Optional<Result> on(int major) {
            return results.entrySet().stream()
                    .filter(entry -> holds(entry.getKey(), major))
                    .map(Map.Entry::getValue)
                    .filter(result -> result.skipped().isEmpty())
                    .findFirst();
        }

        private static boolean holds(String range, int major) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            return first <= major && major <= Integer.parseInt(range.substring(dash + 1));
        }
    }

    /**
     * What was seen.
     *
     * @param skipped why nothing was seen, or empty
     * @param inTransaction whether it is allowed in a transaction block
     * @param sqlState the error it gave, or empty
     * @param locks strongest lock by relation
     * @param locksMeasured whether locks were looked at
     * @param rewrites relations with new storage
     * @param indexBuilds new indexes
     * @param indexRebuilds indexes built again
     * @param fullScans tables read from end to end
     */
    record Result(
            String skipped,
            boolean inTransaction,
            String sqlState,
            Map<String, String> locks,
            boolean locksMeasured,
            List<String> rewrites,
            List<String> indexBuilds,
            List<String> indexRebuilds,
            List<String> fullScans) {}

    static TruthTable parse(String json) {
        var cases = new ArrayList<Case>();
        for (Object value :
                Json.array(Objects.requireNonNull(Json.object(Json.parse(json)).get("cases"), "no cases"))) {
            cases.add(oneCase(Json.object(value)));
        }
        return new TruthTable(cases);
    }

    private static Case oneCase(Map<String, Object> json) {
        Map<String, Result> results = new LinkedHashMap<>();
        Json.object(Objects.requireNonNull(json.get("results"), "no results"))
                .forEach((range, result) -> results.put(range, result(Json.object(result))));
        return new Case(
                text(json, "id"),
                text(json, "category"),
                texts(json, "setup"),
                texts(json, "session"),
                texts(json, "before_in_tx"),
                text(json, "statement"),
                results);
    }

    private static Result result(Map<String, Object> json) {
        Map<String, String> locks = new LinkedHashMap<>();
        Json.object(json.getOrDefault("locks", Map.of()))
                .forEach((relation, mode) -> locks.put(relation, (String) mode));
        String sqlState = text(json, "error_sqlstate");
        return new Result(
                text(json, "skipped"),
                !Boolean.FALSE.equals(json.get("in_transaction")),
                sqlState,
                locks,
                sqlState.isEmpty() || json.containsKey("locks_by"),
                texts(json, "rewrites"),
                texts(json, "index_builds"),
                texts(json, "index_rebuilds"),
                texts(json, "full_scans"));
    }

    private static String text(Map<String, Object> json, String key) {
        return json.get(key) instanceof String text ? text : "";
    }

    private static List<String> texts(Map<String, Object> json, String key) {
        return json.containsKey(key)
                ? Json.array(json.get(key)).stream().map(String.class::cast).toList()
                : List.of();
    }
}
