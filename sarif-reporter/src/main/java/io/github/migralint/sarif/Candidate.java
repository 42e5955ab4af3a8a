package io.github.migralint.sarif;

import io.github.migralint.rule.Risk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Something that may be told if there is room for it.
 *
 * @param risk how bad it is
 * @param hidden whether it is told only because somebody asked for what is usually not told
 * @param result makes it
 */
record Candidate<T>(Risk risk, boolean hidden, Supplier<T> result) {
    /** The gravest of them, in the order in which they stand, hidden ones last; only these are made. */
    static <T> Chosen<T> gravest(List<Candidate<T>> candidates, int most) {
        Comparator<Integer> order = Comparator.<Integer, Boolean>comparing(
                        i -> candidates.get(i).hidden())
                .thenComparing(i -> candidates.get(i).risk(), Comparator.reverseOrder());
        Set<Integer> told = new HashSet<>(IntStream.range(0, candidates.size())
                .boxed()
                .sorted(order)
                .limit(most)
                .toList());
        var results = new ArrayList<T>();
        for (int i = 0; i < candidates.size(); i++) {
            if (told.contains(i)) {
                results.add(candidates.get(i).result().get());
            }
        }
        return new Chosen<>(results, candidates.size() - results.size());
    }
}
