package io.github.migralint.sarif;

import java.util.List;

/**
 * What there is room for.
 *
 * @param results what is told
 * @param leftOut how many are not
 */
record Chosen<T>(List<T> results, int leftOut) {
    Chosen {
        results = List.copyOf(results);
    }
}
