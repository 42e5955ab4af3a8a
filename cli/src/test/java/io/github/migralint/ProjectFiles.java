package io.github.migralint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the project as they are kept, without what builds leave behind. */
record ProjectFiles(Path root, List<Path> all) {
    private static final Set<String> HIDDEN_BUT_OURS = Set.of(".ci", ".mvn");

    /** Reads the project that the build names. */
    static ProjectFiles read() {
        Path root = Path.of(System.getProperty("migralint.root", ".."))
                .toAbsolutePath()
                .normalize();
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !HIDDEN_BUT_OURS.contains(name);
                    boolean skipped = !folder.equals(root) && (hidden || name.equals("target"));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !file.equals(root.resolve(".git"))) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProjectFiles(root, files.stream().sorted().toList());
    }

    /** Those whose name ends so. */
    List<Path> ending(String end) {
        return all.stream().filter(file -> file.toString().endsWith(end)).toList();
    }

    /** Java files that are shipped. */
    List<Path> mainJava() {
        return ending(".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
    }

    /** How a failure names a file. */
    String name(Path file) {
        return root.relativize(file).toString();
    }

    /** What a file of the project says. */
    String text(String file) {
        return text(root.resolve(file));
    }

    /** What a file says. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
