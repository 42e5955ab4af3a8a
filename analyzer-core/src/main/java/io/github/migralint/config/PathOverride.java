package io.github.migralint.config;

import io.github.migralint.rule.Risk;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds for some files instead of what holds for all.
 *
 * @param paths the files
 * @param on ids of rules that are on there
 * @param off ids of rules that are off there, whatever else is said
 * @param risks risks of rules there, by id
 */
public record PathOverride(List<PathPattern> paths, Set<String> on, Set<String> off, Map<String, Risk> risks) {
    public PathOverride {
        paths = List.copyOf(paths);
        on = Set.copyOf(on);
        off = Set.copyOf(off);
        risks = Map.copyOf(risks);
    }

    /** Whether it is about a file, given by the path that people are told. */
    boolean concerns(String displayPath) {
        return PathPattern.anyMatches(paths, displayPath);
    }
}
