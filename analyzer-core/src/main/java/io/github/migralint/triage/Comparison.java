package io.github.migralint.triage;

import io.github.migralint.rule.Finding;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the findings of a run and the entries of a baseline have to do with each other.
 *
 * @param held the findings that it holds; told apart by identity, not by equality
 * @param left the entries of which no finding was there, sorted
 */
record Comparison(Set<Finding> held, List<BaselineEntry> left) {
    Comparison {
        left = List.copyOf(left);
    }

    /** What is the same in each file: there may be several, of which the last are the new ones. */
    private record Key(String identity, String file) {
        static Key of(BaselineEntry entry) {
            return new Key(entry.identity(), entry.file());
        }
    }

    static Comparison of(Baseline baseline, List<Finding> findings) {
        Map<Finding, BaselineEntry> current = baseline.entriesOf(findings);
        Map<Key, List<BaselineEntry>> accepted = new LinkedHashMap<>();
        baseline.entries()
                .forEach(entry -> accepted.computeIfAbsent(Key.of(entry), key -> new ArrayList<>())
                        .add(entry));
        Map<Key, Key> homes = homes(baseline, current, accepted);
        Set<Finding> held = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<Key, Integer> used = new HashMap<>();
        current.forEach((finding, entry) -> {
            Optional<Key> home = Optional.ofNullable(homes.get(Key.of(entry)));
            home.ifPresent(key -> used.merge(key, entry.number(), Math::max));
            if (home.map(accepted::get)
                    .filter(some -> entry.number() <= some.size())
                    .isPresent()) {
                held.add(finding);
            }
        });
        var left = new ArrayList<BaselineEntry>();
        accepted.forEach((key, some) ->
                left.addAll(some.subList(Math.min(used.getOrDefault(key, 0), some.size()), some.size())));
        return new Comparison(held, left);
    }

    /** Under which key the findings of each key were accepted: that of their file, or of one that it was before it moved. */
    private static Map<Key, Key> homes(
            Baseline baseline, Map<Finding, BaselineEntry> current, Map<Key, List<BaselineEntry>> accepted) {
        Map<Key, Key> homes = new HashMap<>();
        var homeless = new TreeMap<String, Key>();
        for (BaselineEntry entry : current.values()) {
            Key key = Key.of(entry);
            if (accepted.containsKey(key)) {
                homes.put(key, key);
            } else {
                homeless.put(key.identity() + key.file(), key);
            }
        }
        if (!homeless.isEmpty()) {
            Map<String, List<Key>> gone = gone(baseline, accepted, homes);
            homeless.values().forEach(key -> {
                List<Key> before = gone.getOrDefault(key.identity(), new ArrayList<>());
                if (!before.isEmpty()) {
                    homes.put(key, before.removeFirst());
                }
            });
        }
        return homes;
    }

    /** What was accepted in files that are no longer there, by identity. */
    private static Map<String, List<Key>> gone(
            Baseline baseline, Map<Key, List<BaselineEntry>> accepted, Map<Key, Key> homes) {
        Map<String, Boolean> exists = new HashMap<>();
        Map<String, List<Key>> gone = new HashMap<>();
        accepted.forEach((key, entries) -> {
            boolean there = homes.containsKey(key)
                    || exists.computeIfAbsent(key.file(), file -> Files.exists(baseline.file(entries.getFirst())));
            if (!there) {
                gone.computeIfAbsent(key.identity(), any -> new ArrayList<>()).add(key);
            }
        });
        return gone;
    }
}
