package io.github.migralint.trace;

import java.util.List;
import java.util.Optional;

/**
 * A table that is not as it was.
 *
 * @param change what became of it
 * @param name its name after, or before when it is gone
 * @param nameBefore its name before, if that was another one
 * @param parts what is not as it was, columns first; each part of a table that came or went
 * @param moreParts how many of them are left out
 * @param unchanged the columns that are as they were, by name
 * @param moreUnchanged how many of those are left out
 */
public record TableDifference(
        Change change,
        String name,
        Optional<String> nameBefore,
        List<PartDifference> parts,
        int moreParts,
        List<String> unchanged,
        int moreUnchanged) {
    public TableDifference {
        parts = List.copyOf(parts);
        unchanged = List.copyOf(unchanged);
    }
}
