package io.github.migralint.dialect.mysql;

import java.util.Locale;
import java.util.Set;

/** The words that mean something, and those of them that name nothing without quotes. */
final class Keywords {
    private static final Set<String> RESERVED = Set.of("add", "all", "alter", "key", "order", "select", "table");

    private Keywords() {}

    /** Whether a word names nothing without quotes, in some version of a flavour. */
    static boolean isReserved(String word, Flavor flavor) {
        return RESERVED.contains(word.toLowerCase(Locale.ROOT));
    }
}
