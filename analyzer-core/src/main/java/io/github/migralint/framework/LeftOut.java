package io.github.migralint.framework;

import io.github.migralint.dialect.Dialects;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells of the files of a tree that are marked for other engines than the one that is asked for. */
final class LeftOut {
    private LeftOut() {}

    /** A sentence without a period for each of these engines; none for those that are looked for apart. */
    static List<String> of(FileTree tree, DiscoveryOptions options) {
        var meant = new HashSet<>(tree.forDialect(options.dialect()).entries());
        if (meant.size() == tree.entries().size()) {
            return List.of();
        }
        Map<String, Integer> counts = new TreeMap<>();
        tree.entries().stream()
                .filter(entry -> !meant.contains(entry))
                .flatMap(entry -> EngineNames.of(entry.path()).stream()
                        .filter(engine -> !engine.equals(options.dialect()))
                        .sorted()
                        .limit(1))
                .filter(engine -> !options.besides().contains(engine))
                .forEach(engine -> counts.merge(engine, 1, Integer::sum));
        return notes(counts);
    }

    /** A sentence without a period for each engine. */
    static List<String> notes(Map<String, Integer> counts) {
        var notes = new ArrayList<String>();
        counts.forEach((engine, count) -> notes.add(note(engine, count)));
        return List.copyOf(notes);
    }

    /** That nothing of a tree is meant for the engine that is asked for, and what is there instead. */
    static String nothingIn(FileTree tree, DiscoveryOptions options) {
        String others = EngineNames.all(tree.entries(), FileTree.Entry::path).stream()
                .sorted()
                .map(EngineNames::label)
                .collect(Collectors.joining(", "));
        return "holds no migrations for " + EngineNames.label(options.dialect())
                + (others.isEmpty() ? "" : ", only for " + others);
    }

    private static String note(String engine, int files) {
        String label = EngineNames.label(engine);
        String why = Dialects.named(engine).isPresent() ? "" : ": Migralint does not know " + label;
        return files + (files == 1 ? " SQL file for " : " SQL files for ") + label + (files == 1 ? " was" : " were")
                + " left out" + why;
    }
}
