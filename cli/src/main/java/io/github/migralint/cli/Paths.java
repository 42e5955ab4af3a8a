package io.github.migralint.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Makes paths of what the user typed. */
final class Paths {
    private Paths() {}

    static Path of(String text) {
        if (text.isEmpty()) {
            throw new UsageException("a path is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("not a path: " + text);
        }
    }
}
