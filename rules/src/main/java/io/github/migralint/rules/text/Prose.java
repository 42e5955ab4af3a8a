package io.github.migralint.rules.text;

import java.util.List;

/** Joins words to phrases. */
public final class Prose {
    private Prose() {}

    /** {@code a, b and c}. */
    public static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
