package io.github.migralint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A git repository of a test.
 *
 * @param folder its top folder
 */
record WorkingTree(Path folder) {
    /** An empty repository on the branch {@code main}. */
    static WorkingTree init(Path folder) {
        var tree = new WorkingTree(folder);
        tree.git("init", "--quiet", "--initial-branch=main", ".");
        return tree;
    }

    /** Writes a file. */
    Path write(String name, String content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits everything. */
    void commit() {
        git("add", "--all");
        git("commit", "--quiet", "--message=change");
    }

    /** Runs git, which must succeed, and gives what it wrote. */
    String git(String... arguments) {
        var words = new ArrayList<>(List.of(
                "git",
                "-C",
                folder.toString(),
                "-c",
                "user.name=test",
                "-c",
                "user.email=test@example.com",
                "-c",
                "commit.gpgSign=false",
                "-c",
                "protocol.file.allow=always"));
        words.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words + ": " + out);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
