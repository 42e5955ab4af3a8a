package io.github.migralint.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The known word that is closest, if one is close: few letters differ, or one contains the other. */
    public static Optional<String> of(String word, Collection<String> known) {
        int tolerated = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.min(tolerated, candidate.length() - 1)
                        || (word.length() > 3 && (candidate.contains(word) || word.contains(candidate))))
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean x?} or nothing. */
    public static String asQuestion(String word, Collection<String> known) {
        return of(word, known).map(meant -> "; did you mean " + meant + "?").orElse("");
    }

    /** The number of letters to change, add or remove. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
