package io.github.migralint.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows what a configuration file {@code extends}. */
final class Extension {
    /** The most files that build on each other. */
    static final int MAX_DEPTH = 8;

    private static final String EXTENDS = "extends";

    private final Map<Path, ConfigurationFile> read = new HashMap<>();
    private final List<ConfigurationFile> strongestFirst = new ArrayList<>();

    private Extension() {}

    /**
     * A file and all those it builds on, the strongest first: itself, then the last file that it extends with those that
     * this one extends, and so on. A file that several extend is weaker than all of them.
     */
    static List<ConfigurationFile> of(ConfigurationFile file) {
        var extension = new Extension();
        extension.add(file, List.of());
        return List.copyOf(extension.strongestFirst);
    }

    private void add(ConfigurationFile file, List<ConfigurationFile> extending) {
        read.put(file.file(), file);
        strongestFirst.remove(file);
        strongestFirst.add(file);
        var chain = new ArrayList<>(extending);
        chain.add(file);
        List<ConfigurationFile> bases = file.content().each(EXTENDS, text -> base(file, text, chain));
        bases.reversed().forEach(base -> add(base, chain));
    }

    private ConfigurationFile base(ConfigurationFile file, String text, List<ConfigurationFile> chain) {
        if (text.contains("://")) {
            throw new IllegalArgumentException(
                    "cannot extend " + text + ": only files of this machine can be, nothing is fetched");
        }
        String shown = ConfigurationFile.display(file.path(text));
        Path absolute = file.resolved(text);
        if (chain.stream().anyMatch(one -> one.file().equals(absolute))) {
            throw new IllegalArgumentException("cannot extend " + shown + ", which extends this file");
        }
        if (chain.size() >= MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "cannot extend " + shown + ": not more than " + MAX_DEPTH + " files may build on each other");
        }
        ConfigurationFile known = read.get(absolute);
        return known == null ? read(absolute, shown) : known;
    }

    private static ConfigurationFile read(Path file, String shown) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("cannot extend " + shown + ", which does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("cannot extend " + shown + ", which is no file");
        }
        try {
            return ConfigurationFile.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot extend " + shown + ", which cannot be read", e);
        }
    }
}
