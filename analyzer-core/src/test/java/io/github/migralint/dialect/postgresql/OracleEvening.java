package io.github.migralint.dialect.postgresql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evens out what the oracle cannot know or tells in a way of its own, so that the rest can be compared for equality. */
final class OracleEvening {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}|\\{\\{.*?}}");
    private static final Pattern CLIENT_NAME = Pattern.compile(":(\"?)(\\w+)\\1");
    /** Operators and special forms that PostgreSQL's tree shows as functions, the last one not always. */
    private static final Set<String> OPERATORS = Set.of(
            "timezone",
            "overlaps",
            "pg_collation_for",
            "is_normalized",
            "like_escape",
            "similar_to_escape",
            "json_object");
    /** {@code TRIM} is one of three functions in PostgreSQL's tree. */
    private static final Set<String> TRIMS = Set.of("btrim", "ltrim", "rtrim");

    private static final int LONGEST_NAME = 63;

    private OracleEvening() {}

    /** The facts of a statement, ready to be compared. */
    static Object comparable(Object value, String kind) {
        if (value instanceof Map<?, ?> map) {
            return comparableFacts(map, kind);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> comparable(element, kind)).toList();
        }
        if (value instanceof String text) {
            String name = PLACEHOLDER
                    .matcher(text)
                    .replaceAll(match -> "p" + "_".repeat(match.group().length() - 1));
            return cutToServerLimit(CLIENT_NAME.matcher(name).replaceAll("$2"));
        }
        return value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
    }

    private static Object comparableFacts(Map<?, ?> map, String kind) {
        Map<String, Object> facts = new TreeMap<>();
        map.forEach((name, fact) -> facts.put((String) name, comparable(fact, kind)));
        if ("OBJECT_TABCONSTRAINT".equals(facts.get("k")) && kind.equals("RenameStmt")) {
            facts.remove("rt");
        }
        if ("VAR_SET_MULTI".equals(facts.get("k"))) {
            facts.remove("n");
        }
        if (Set.of("OBJECT_CAST", "OBJECT_TRANSFORM", "OBJECT_OPCLASS", "OBJECT_OPFAMILY", "OBJECT_DOMCONSTRAINT")
                .contains(facts.getOrDefault("k", ""))) {
            facts.remove("n");
            facts.remove("r");
        }
        facts.computeIfPresent("f", (f, name) -> function(name.toString()));
        facts.computeIfPresent("owner", (f, name) -> name.equals("ROLESPEC_PUBLIC") ? "public" : name);
        if (facts.get("cons") instanceof List<?> constraints) {
            facts.put(
                    "cons",
                    constraints.stream()
                            .filter(tag -> !((String) tag).startsWith("CONSTR_ATTR"))
                            .toList());
        }
        return facts;
    }

    /** Functions with a syntax of their own, such as extract, are found in pg_catalog. */
    private static @Nullable Object function(String name) {
        String plain = name.replace("pg_catalog.", "");
        if (OPERATORS.contains(plain)) {
            return null;
        }
        return TRIMS.contains(plain) ? "trim" : plain;
    }

    /** The server cuts each part of a name to 63 bytes; the parser keeps what is written. */
    private static String cutToServerLimit(String name) {
        return Stream.of(name.split("\\.", -1))
                .map(part -> part.length() <= LONGEST_NAME ? part : part.substring(0, LONGEST_NAME))
                .collect(Collectors.joining("."));
    }
}
