package io.github.migralint.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that files are named from: the root of the repository, since viewers open files there, and never a path of
 * this machine. Links are followed, since a repository holds a file in one place only.
 *
 * @param folder its absolute path
 * @param workingFolder the absolute path of the folder that display paths are relative to
 */
public record SourceRoot(Path folder, Path workingFolder) {
    private static final String PLAIN = "-._~*@+,=()";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final String REPOSITORY = ".git";

    /** The repository around a folder; the folder itself when there is none. */
    public static SourceRoot around(Path workingFolder) {
        Path start = workingFolder.toAbsolutePath().normalize();
        return new SourceRoot(repository(start).orElse(start), start);
    }

    private static Optional<Path> repository(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(REPOSITORY))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /**
     * The path of a file from the root, with slashes; one outside of this repository is named from the root of its own,
     * and by its name alone if it is in none. What cannot be the name of a file here stays as it is.
     */
    public String path(String displayPath) {
        return file(displayPath).map(this::path).orElse(displayPath.replace('\\', '/'));
    }

    private String path(Path file) {
        Path real = real(file);
        return inRepository(file, real)
                .or(() -> repository(real).flatMap(root -> from(root, real)))
                .or(() -> from(folder, file))
                .map(SourceRoot::withSlashes)
                .orElseGet(() -> withSlashes(file.getFileName()));
    }

    /** The path of a file from the working folder, with slashes; one outside of the root keeps its name only. */
    public String pathFromHere(String displayPath) {
        return file(displayPath)
                .map(file -> withSlashes(file.startsWith(folder) ? workingFolder.relativize(file) : file.getFileName()))
                .orElse(displayPath.replace('\\', '/'));
    }

    private Optional<Path> file(String displayPath) {
        try {
            return Optional.of(workingFolder.resolve(displayPath).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String withSlashes(@Nullable Path path) {
        return String.valueOf(path).replace('\\', '/');
    }

    private Optional<Path> inRepository(Path file, Path real) {
        return Files.exists(folder.resolve(REPOSITORY))
                ? from(real(folder), real).or(() -> from(folder, file))
                : Optional.empty();
    }

    private static Optional<Path> from(Path root, Path file) {
        return file.startsWith(root) ? Optional.of(root.relativize(file)) : Optional.empty();
    }

    /** Where a file really is; it need not exist. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            Path folder = file.getParent();
            return folder == null ? file : real(folder).resolve(String.valueOf(file.getFileName()));
        }
    }

    /** The same as a relative URI; names keep their letters as they are, since others compare them byte by byte. */
    public String uri(String displayPath) {
        var uri = new StringBuilder();
        for (String name : path(displayPath).split("/", -1)) {
            uri.append(uri.isEmpty() ? "" : "/").append(encoded(name));
        }
        return uri.toString();
    }

    /** Byte for byte: what may stand in a part of a path stays, and a colon does not, since a scheme ends with one. */
    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
