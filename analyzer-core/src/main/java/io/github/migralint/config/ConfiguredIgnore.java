package io.github.migralint.config;

import io.github.migralint.rule.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Findings that need not be told, because an applied migration can no longer be changed.
 *
 * @param place where it is said
 * @param files the files of the findings
 * @param rules ids of their rules
 * @param object the object they are about, if it matters
 * @param reason why; may be empty
 * @param expires the last day on which it holds, if it ends
 */
public record ConfiguredIgnore(
        Place place,
        List<PathPattern> files,
        Set<String> rules,
        Optional<String> object,
        String reason,
        Optional<LocalDate> expires) {
    public ConfiguredIgnore {
        files = List.copyOf(files);
        rules = Set.copyOf(rules);
    }

    /** Whether it is about a file, given by the path that people are told. */
    public boolean concerns(String displayPath) {
        return PathPattern.anyMatches(files, displayPath);
    }
}
