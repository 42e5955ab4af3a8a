import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Collects the licence texts of all libraries in one folder, and lists them; a library without is refused. */
final class Licences {
    private static final String INTRODUCTION = """
            # Software of others

            Migralint is licensed under the Apache License, Version 2.0: see `LICENSE`. It comes with these libraries:

            | library | version | licence | where it comes from | text |
            |---|---|---|---|---|
            """;
    private static final String RUNTIME = """

            A distribution with a folder `runtime` also holds a part of OpenJDK (GPL-2.0-only with Classpath-exception-2.0). Its
            version stands in `runtime/release`, its licences and those of what it contains in `runtime/legal`.
            """;

    private final Path kept;
    private final Path target;
    private final List<String> table;

    /** Keeps texts and a table of libraries in one folder, for libraries that bring none. */
    Licences(Path kept, Path target) throws IOException {
        this.kept = kept;
        this.target = Files.createDirectories(target);
        this.table = Files.readAllLines(kept.resolve("libraries.tsv"));
    }

    /** Copies the texts of these libraries, and writes the list. */
    void collect(Path own, List<Path> libraries) throws IOException {
        Files.copy(own, target.resolve("LICENSE"));
        StringBuilder list = new StringBuilder(INTRODUCTION);
        for (Path library : libraries) {
            String file = library.getFileName().toString();
            String name = file.replaceFirst("-[0-9].*", "");
            if (!name.startsWith("migralint")) {
                list.append(line(library, name, file.substring(name.length() + 1, file.length() - ".jar".length())));
            }
        }
        Files.writeString(target.resolve("THIRD-PARTY.md"), list.append(RUNTIME));
    }

    private String line(Path library, String name, String version) throws IOException {
        String[] known = table.stream()
                .map(line -> line.split("\t"))
                .filter(columns -> columns[0].equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the licence of " + library.getFileName()
                        + " is not known: add a line to " + kept.resolve("libraries.tsv")));
        List<String> texts = texts(library, name);
        if (texts.isEmpty()) {
            throw new IllegalStateException(
                    "no licence text for " + library.getFileName() + ": add " + kept.resolve(name + ".txt"));
        }
        String links = String.join(
                ", ", texts.stream().map(text -> "[" + text + "](" + text + ")").toList());
        return "| " + name + " | " + version + " | " + known[1] + " | <" + known[2] + "> | " + links + " |\n";
    }

    /** Those that the library brings, and that which we keep for it. */
    private List<String> texts(Path library, String name) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(library);
                Stream<Path> files = Files.list(jar.getPath("META-INF"))) {
            for (Path file : files.sorted().toList()) {
                String fileName = file.getFileName().toString();
                if (fileName.contains("LICENSE") || fileName.contains("NOTICE")) {
                    copy(file, name + "-" + fileName + ".txt");
                }
            }
        }
        if (Files.exists(kept.resolve(name + ".txt"))) {
            copy(kept.resolve(name + ".txt"), name + ".txt");
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.equals(name + ".txt") || file.startsWith(name + "-"))
                    .sorted()
                    .toList();
        }
    }

    private void copy(Path from, String name) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            Files.copy(in, target.resolve(name));
        }
    }
}
