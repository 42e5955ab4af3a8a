package io.github.migralint.baseline;

import io.github.migralint.triage.Baseline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file that holds a baseline.
 *
 * @param path where it is, as people named it or would
 */
public record BaselineFile(Path path) {
    /** The name of one that is found by itself. */
    public static final String NAME = "migralint-baseline.json";

    /** The version of the form: it rises when a member changes its meaning, is added or goes away. */
    static final int FORM = 1;

    private static final long MAX_BYTES = 1L << 26;

    /** A baseline without entries for this file. */
    public Baseline empty() {
        return new Baseline(folder(), List.of());
    }

    /** Whether there is such a file. */
    public boolean exists() {
        return Files.isRegularFile(path);
    }

    /**
     * What it holds.
     *
     * @throws BaselineException when it cannot be used
     */
    public Baseline read() {
        return new Baseline(folder(), new BaselineReader(shown(), bytes()).read());
    }

    private byte[] bytes() {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new BaselineException(
                        shown() + ": is larger than 64 MiB, which is no baseline: " + BaselineReader.ANEW);
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new BaselineException(
                    exists()
                            ? shown() + " cannot be read: check who may"
                            : shown() + " does not exist: migralint baseline create writes it");
        }
    }

    /**
     * Makes sure that a new one can be begun here.
     *
     * @throws BaselineException when there is one already
     */
    public void requireAbsent() {
        if (Files.exists(path)) {
            throw exists(shown());
        }
    }

    private static BaselineException exists(String shown) {
        return new BaselineException(shown + " exists already: migralint baseline update adds what is new to it and"
                + " drops what is stale; delete it to begin anew");
    }

    /**
     * Writes a file that is not there yet.
     *
     * @throws BaselineException when it is, or cannot be written
     */
    public void create(Baseline baseline) {
        try {
            replace(path, bytes(baseline));
        } catch (FileAlreadyExistsException e) {
            throw exists(shown());
        } catch (IOException e) {
            throw notWritten();
        }
    }

    /**
     * Writes over a file in one step, so that nobody ever reads half of it; one that would not change is left alone.
     *
     * @throws BaselineException when it cannot be written
     */
    public void update(Baseline baseline) {
        byte[] content = bytes(baseline);
        try {
            Path target = path.toRealPath();
            if (!Arrays.equals(Files.readAllBytes(target), content)) {
                replace(target, content, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw notWritten();
        }
    }

    private static byte[] bytes(Baseline baseline) {
        return BaselineWriter.text(baseline.entries()).getBytes(StandardCharsets.UTF_8);
    }

    private static void replace(Path target, byte[] content, StandardCopyOption... how) throws IOException {
        // not a temporary file of the system: those are for their owner only, and perhaps on another disk
        Path written = folderOf(target)
                .resolve(target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(written, content);
            if (Files.exists(target)) {
                keepPermissions(target, written);
            }
            Files.move(written, target, how);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.getFileStore(to).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private BaselineException notWritten() {
        return new BaselineException("cannot write " + shown() + ": check that its folder exists and may be written");
    }

    private Path folder() {
        return folderOf(path.toAbsolutePath().normalize());
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of("."));
    }

    /** The path as people are told of it. */
    public String shown() {
        return path.toString().replace('\\', '/');
    }
}
