package io.github.migralint.cli.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The git executable, run so that it only reads: no hooks, no pager, no network, no helpers that a configuration names.
 *
 * @param folder where it is run; empty for the current folder, with the environment that a hook may have set
 */
record Git(Optional<Path> folder) {
    private static final long PATIENCE_IN_SECONDS = 120;
    private static final List<String> COMMAND = List.of(
            "git",
            "--no-pager",
            "--no-optional-locks",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "protocol.allow=never",
            "-c",
            "diff.relative=false",
            "-c",
            "diff.ignoreSubmodules=all");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_OPTIONAL_LOCKS",
            "0",
            "GIT_TERMINAL_PROMPT",
            "0",
            "GIT_NO_LAZY_FETCH",
            "1",
            "GIT_LITERAL_PATHSPECS",
            "0",
            "LC_ALL",
            "C");

    /** What a hook of one repository says must not be believed of another. */
    private static final List<String> OF_A_HOOK = List.of(
            "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY");

    /**
     * What one run gave.
     *
     * @param exitCode its exit code
     * @param out its standard output
     * @param err its standard error
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Output(int exitCode, byte[] out, String err) {
        boolean succeeded() {
            return exitCode == 0;
        }

        /** Its first line. */
        String line() {
            return new String(out, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        }

        /** Its standard output, which must have been written by a command that succeeded. */
        byte[] required() throws GitException {
            if (!succeeded()) {
                throw new GitException("git failed: " + reason());
            }
            return out;
        }

        /** What git says is wrong. */
        String reason() {
            return err.lines()
                    .findFirst()
                    .map(line -> line.replaceFirst("^(fatal|error): ", ""))
                    .orElse("no reason given");
        }
    }

    Output run(String... arguments) throws GitException {
        return run(new byte[0], List.of(arguments));
    }

    Output run(byte[] input, List<String> arguments) throws GitException {
        try {
            List<Path> files = new ArrayList<>();
            try {
                for (String suffix : List.of(".in", ".out", ".err")) {
                    files.add(Files.createTempFile("migralint-git", suffix));
                }
                Files.write(files.get(0), input);
                return run(arguments, files.get(0), files.get(1), files.get(2));
            } finally {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new GitException("cannot keep what git says in the folder for temporary files, "
                    + System.getProperty("java.io.tmpdir") + ": it must exist and may be written");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitException("interrupted while waiting for git");
        }
    }

    private Output run(List<String> arguments, Path in, Path out, Path err)
            throws IOException, InterruptedException, GitException {
        var words = new ArrayList<>(COMMAND);
        words.addAll(arguments);
        var builder = new ProcessBuilder(words);
        builder.environment().putAll(ENVIRONMENT);
        folder.ifPresent(path -> {
            builder.directory(path.toFile());
            OF_A_HOOK.forEach(builder.environment()::remove);
        });
        builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = started(builder);
        try {
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                throw new GitException(
                        "git " + arguments.getFirst() + " did not end within " + PATIENCE_IN_SECONDS + " seconds");
            }
        } finally {
            process.destroyForcibly();
        }
        return new Output(process.exitValue(), Files.readAllBytes(out), Files.readString(err));
    }

    private static Process started(ProcessBuilder builder) throws GitException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new GitException("cannot run git: it must be installed and in the PATH");
        }
    }
}
