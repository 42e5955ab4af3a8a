import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Puts the distribution together from the jars of the build: runtime image, class path, licence texts, archive of
 * loaded classes, and last the launcher, so that a launcher that exists belongs to a complete distribution.
 *
 * <p>Run by the build as {@code java Assemble.java SOURCES MAIN_JAR PARTS TARGET}, where PARTS holds the libraries in
 * {@code lib} and picocli's sources in {@code picocli}.
 */
final class Assemble {
    /** What the jars need, as jdeps sees it: JSqlParser names java.sql and java.util.logging. */
    private static final String MODULES = "java.base,java.logging,java.sql";

    private final Path sources;
    private final Path mainJar;
    private final Path parts;
    private final Path target;

    private Assemble(Path sources, Path mainJar, Path parts, Path target) {
        this.sources = sources;
        this.mainJar = mainJar;
        this.parts = parts;
        this.target = target;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new Assemble(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3])).run();
    }

    private void run() throws IOException, InterruptedException {
        Path launcher = target.resolve("bin/migralint");
        Files.deleteIfExists(launcher);
        delete(target.resolve("lib"));
        delete(target.resolve("legal"));
        linkRuntime();
        List<Path> libraries = copyLibraries();
        compilePicocli();
        unfoldOurJars();
        collectLicences(libraries);
        archiveClasses();
        Files.createDirectories(launcher.getParent());
        Files.copy(sources.resolve("bin/migralint"), launcher);
        launcher.toFile().setExecutable(true, false);
    }

    /** An image of the same Java with the same modules is kept: making it is the longest step. */
    private void linkRuntime() throws IOException {
        Path image = target.resolve("runtime");
        Path mark = target.resolve("runtime/lib/migralint.made-from");
        String made = Runtime.version() + " " + MODULES + System.lineSeparator();
        if (Files.isReadable(mark) && Files.readString(mark).equals(made)) {
            return;
        }
        delete(image);
        Files.createDirectories(target);
        tool(
                "jlink",
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                image.toString());
        Files.writeString(mark, made);
    }

    private List<Path> copyLibraries() throws IOException {
        Path lib = Files.createDirectories(target.resolve("lib"));
        Files.copy(mainJar, lib.resolve("migralint.jar"));
        List<Path> copies = new ArrayList<>();
        for (Path jar : list(parts.resolve("lib"))) {
            copies.add(Files.copy(jar, lib.resolve(jar.getFileName())));
        }
        return copies;
    }

    /** The published jar is built for Java 5; classes that old can't be archived, which costs a third of the start. */
    private void compilePicocli() throws IOException {
        Path work = parts.resolve("picocli-classes");
        delete(work);
        tool(
                "javac",
                "--release",
                "21",
                "-nowarn",
                "-Xlint:none",
                "-proc:none",
                "-XDstringConcat=inline",
                "-d",
                work.toString(),
                parts.resolve("picocli/picocli/CommandLine.java").toString(),
                parts.resolve("picocli/picocli/AutoComplete.java").toString());
        Path jar = onlyOne(target.resolve("lib"), "picocli-");
        tool("jar", "--create", "--file", jar.toString(), "--date", "2026-11-21T00:00:00Z", "-C", work.toString(), ".");
    }

    private void unfoldOurJars() throws IOException {
        List<Path> jars = list(target.resolve("lib"));
        List<Path> ours = jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("migralint"))
                .toList();
        Unfolding.unfold(ours, jars);
    }

    /** Every library brings its licence text, or we keep one for it; a library without is refused. */
    private void collectLicences(List<Path> libraries) throws IOException {
        Path legal = Files.createDirectories(target.resolve("legal"));
        Files.copy(sources.resolve("../../../LICENSE"), legal.resolve("LICENSE"));
        for (Path library : libraries) {
            String name = library.getFileName().toString().replaceFirst("-[0-9].*", "");
            if (!name.startsWith("migralint") && !takeLicences(library, name, legal)) {
                throw new IllegalStateException("no licence text for " + library.getFileName() + ": add "
                        + sources.resolve("legal").resolve(name + ".txt"));
            }
        }
    }

    private boolean takeLicences(Path library, String name, Path legal) throws IOException {
        boolean found = false;
        try (FileSystem jar = FileSystems.newFileSystem(library)) {
            for (Path file : list(jar.getPath("META-INF"))) {
                String fileName = file.getFileName().toString();
                if (fileName.contains("LICENSE") || fileName.contains("NOTICE")) {
                    copy(file, legal.resolve(name + "-" + fileName + ".txt"));
                    found = true;
                }
            }
        }
        Path kept = sources.resolve("legal").resolve(name + ".txt");
        if (Files.exists(kept)) {
            copy(kept, legal.resolve(name + ".txt"));
            found = true;
        }
        return found;
    }

    /**
     * One process runs every command once; what it loaded is put into an archive, linked and ready. The archive is bound
     * to the jars it was made of: when one of them was changed, Java goes on without it.
     */
    private void archiveClasses() throws IOException, InterruptedException {
        Path lib = target.resolve("lib");
        Path classes = target.resolveSibling("training.classes");
        String training = sources.resolve("training").toString();
        Path archive = lib.resolve("migralint.jsa");
        String jar = lib.resolve("migralint.jar").toString();
        String entry = "io.github.migralint.cli.Training";
        java("-XX:+UseSerialGC", "-XX:DumpLoadedClassList=" + classes, "-cp", jar, entry, training);
        java(
                "-XX:+UseG1GC",
                "-Xshare:dump",
                "-XX:+AOTClassLinking",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                jar);
        if (!Files.exists(archive)) {
            throw new IllegalStateException("the classes were not archived: see " + log());
        }
    }

    /** Runs the Java of the image; what it says goes to a file, which is shown only if it fails. */
    private void java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(target.resolve("runtime/bin/java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    "training ended with " + exit + ":" + System.lineSeparator() + Files.readString(log()));
        }
    }

    private Path log() {
        return target.resolveSibling("training.log");
    }

    private static void tool(String name, String... args) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("this Java has no " + name + ": a JDK is needed"));
        int exit = tool.run(new PrintWriter(System.err, true), new PrintWriter(System.err, true), args);
        if (exit != 0) {
            throw new IllegalStateException(name + " ended with " + exit);
        }
    }

    private static Path onlyOne(Path folder, String prefix) throws IOException {
        return list(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + prefix + "*.jar in " + folder));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            Files.copy(in, to);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
