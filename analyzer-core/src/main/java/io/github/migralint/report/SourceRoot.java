package io.github.migralint.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder that files are named from: the root of the repository, since viewers open files there, and never a path of
 * this machine.
 *
 * @param folder its absolute path
 * @param workingFolder the absolute path of the folder that display paths are relative to
 */
public record SourceRoot(Path folder, Path workingFolder) {
    /** The repository around a folder; the folder itself when there is none. */
    public static SourceRoot around(Path workingFolder) {
        Path start = workingFolder.toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return new SourceRoot(folder, start);
            }
        }
        return new SourceRoot(start, start);
    }

    /**
     * The path of a file from the root, with slashes; one outside of the root keeps its name only. What cannot be the name
     * of a file here stays as it is.
     */
    public String path(String displayPath) {
        return relativeTo(folder, displayPath);
    }

    /** The path of a file from the working folder, with slashes; one outside of the root keeps its name only. */
    public String pathFromHere(String displayPath) {
        return relativeTo(workingFolder, displayPath);
    }

    private String relativeTo(Path start, String displayPath) {
        Path file;
        try {
            file = workingFolder.resolve(displayPath).normalize();
        } catch (InvalidPathException e) {
            return displayPath.replace('\\', '/');
        }
        Path relative = file.startsWith(folder) ? start.relativize(file) : file.getFileName();
        return String.valueOf(relative).replace('\\', '/');
    }

    /** The same as a relative URI. */
    public String uri(String displayPath) {
        try {
            String uri = new URI(null, null, "/" + path(displayPath), null).toASCIIString();
            return uri.substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path is always the path of a URI", e);
        }
    }
}
