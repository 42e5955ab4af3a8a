package io.github.migralint.dialect.postgresql.effect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Differences between measurement and what we say that stay, each with its reason. */
record AcceptedDifferences(Map<String, String> reasons) {
    private static final Pattern TAB = Pattern.compile("\t");

    AcceptedDifferences {
        reasons = Map.copyOf(reasons);
    }

    /** None. */
    static AcceptedDifferences none() {
        return new AcceptedDifferences(Map.of());
    }

    /** Those of {@code accepted-differences.tsv}: case, aspect, reason. */
    static AcceptedDifferences read() throws IOException {
        try (InputStream in = AcceptedDifferences.class.getResourceAsStream("accepted-differences.tsv")) {
            Objects.requireNonNull(in, "accepted-differences.tsv");
            var reasons = new TreeMap<String, String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> TAB.split(line, -1))
                    .forEach(cells -> reasons.put(cells[0] + " " + cells[1], cells[2]));
            return new AcceptedDifferences(reasons);
        }
    }

    /** Case and aspect, as a key. */
    static String key(String id, Agreement.Aspect aspect) {
        return id + " " + aspect.words();
    }

    /** Why a difference stays, or empty. */
    String reason(String id, Agreement.Aspect aspect) {
        return reasons.getOrDefault(key(id, aspect), "");
    }

    /** The keys that are about one of these cases. */
    List<String> of(Set<String> cases) {
        return reasons.keySet().stream()
                .filter(key -> cases.contains(caseOf(key)))
                .sorted()
                .toList();
    }

    /** The cases that reasons are given for. */
    List<String> cases() {
        return reasons.keySet().stream()
                .map(AcceptedDifferences::caseOf)
                .distinct()
                .sorted()
                .toList();
    }

    private static String caseOf(String key) {
        return key.substring(0, key.indexOf(' '));
    }
}
