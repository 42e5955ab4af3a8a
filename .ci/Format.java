import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every Java file to palantir-java-format, with the compiler of the JDK that builds the project: the formatter
 * can't read newer Java than the one it runs on, and Maven itself may run on an older one.
 *
 * <p>Run by the build as {@code java Format.java check|apply ROOT}.
 */
final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    private Format() {}

    public static void main(String[] args) throws IOException, FormatterException {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]);
        List<Path> wrong = new ArrayList<>();
        Path mark = root.resolve("target/formatted");
        for (Path file : changedSince(mark, javaFiles(root))) {
            String text = Files.readString(file);
            String formatted = format(file, text);
            if (!formatted.equals(text)) {
                wrong.add(root.relativize(file));
                if (apply) {
                    Files.writeString(file, formatted);
                }
            }
        }
        if (!apply && !wrong.isEmpty()) {
            System.err.println("not formatted, run `mvn -N verify -Dformat=apply`:");
            wrong.forEach(file -> System.err.println("  " + file));
            System.exit(1);
        }
        Files.createDirectories(mark.getParent());
        Files.writeString(mark, "");
    }

    /** A file that was in order at the last check and was not touched since is in order. */
    private static List<Path> changedSince(Path mark, List<Path> files) throws IOException {
        if (!Files.exists(mark)) {
            return files;
        }
        FileTime checked = Files.getLastModifiedTime(mark);
        List<Path> changed = new ArrayList<>();
        for (Path file : files) {
            if (Files.getLastModifiedTime(file).compareTo(checked) >= 0) {
                changed.add(file);
            }
        }
        return changed;
    }

    private static String format(Path file, String text) {
        try {
            String ordered = ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.PALANTIR);
            return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
        } catch (FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of(".ci", "cli/src/distribution")) {
            files.addAll(javaFilesUnder(root.resolve(folder)));
        }
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList()) {
                files.addAll(javaFilesUnder(module.resolve("src/main/java")));
                files.addAll(javaFilesUnder(module.resolve("src/test/java")));
            }
        }
        return files;
    }

    private static List<Path> javaFilesUnder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
