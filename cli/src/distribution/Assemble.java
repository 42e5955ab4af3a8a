import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Puts the distribution together from the jars of the build: runtime image, class path, licence texts, archive of
 * loaded classes, and last the launcher, so that a launcher that exists belongs to a complete distribution.
 *
 * <p>Run by the build as {@code java Assemble.java SOURCES MAIN_JAR PARTS TARGET TIME TRAINING}, where PARTS holds the
 * libraries in {@code lib} and picocli's sources in {@code picocli}, TIME is that of all files, and TRAINING is
 * {@code compiled}, which is faster, or {@code interpreted}, which gives the same archive of classes each time.
 */
final class Assemble {
    /** What the jars need, as jdeps sees it: JSqlParser names java.sql and java.util.logging. */
    private static final String MODULES = "java.base,java.logging,java.sql";

    private final Path sources;
    private final Path mainJar;
    private final Path parts;
    private final Path target;

    private final Instant time;
    private final boolean interpreted;

    private Assemble(Path sources, Path mainJar, Path parts, Path target, Instant time, boolean interpreted) {
        this.sources = sources;
        this.mainJar = mainJar;
        this.parts = parts;
        this.target = target;
        this.time = time;
        this.interpreted = interpreted;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Instant time = Instant.parse(args[4]);
        boolean interpreted = args[5].equals("interpreted");
        new Assemble(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), time, interpreted).run();
    }

    private void run() throws IOException, InterruptedException {
        Path launcher = target.resolve("bin/migralint");
        Files.deleteIfExists(launcher);
        delete(target.resolve("lib"));
        delete(target.resolve("legal"));
        delete(target.resolve("share"));
        linkRuntime();
        List<Path> libraries = copyLibraries();
        compilePicocli();
        unfoldOurJars();
        new Licences(sources.resolve("legal"), target.resolve("legal"))
                .collect(sources.resolve("../../../LICENSE"), libraries);
        shareFiles();
        sameTime(target.resolve("lib"));
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
        tool("jar", "--create", "--file", jar.toString(), "--date", time.toString(), "-C", work.toString(), ".");
    }

    private void unfoldOurJars() throws IOException {
        List<Path> jars = list(target.resolve("lib"));
        List<Path> ours = jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("migralint"))
                .toList();
        Unfolding.unfold(ours, jars);
    }

    /** Scripts of completion, the page of the manual, and the schema of the configuration. */
    private void shareFiles() throws IOException, InterruptedException {
        Path share = target.resolve("share");
        String date = time.toString().substring(0, "2026-11-21".length());
        java("-cp", "lib/migralint.jar", "io.github.migralint.cli.SharedFiles", "share", date);
        Path schema = sources.resolve("../../../migralint.schema.json");
        if (Files.exists(schema)) {
            Files.copy(schema, share.resolve("migralint.schema.json"));
        }
    }

    /**
     * One process runs every command once; what it loaded is put into an archive, linked and ready. The archive is bound
     * to the jars it was made of: when one of them was changed, Java goes on without it. Compiled code does not always
     * remember what it looked up, so a build that must give the same bytes each time trains the interpreter.
     */
    private void archiveClasses() throws IOException, InterruptedException {
        Path classes = target.resolveSibling("training.classes").toAbsolutePath();
        Path training = sources.resolve("training").toAbsolutePath();
        Path archive = target.resolve("lib/migralint.jsa");
        String jar = "lib/migralint.jar";
        java(
                interpreted ? "-Xint" : "-Xmixed",
                "-XX:+UseSerialGC",
                "-Dmigralint.dml-millis=600000",
                "-XX:DumpLoadedClassList=" + classes,
                "-cp",
                jar,
                "io.github.migralint.cli.Training",
                training.toString());
        Steady.classList(classes);
        long begin = Steady.clock();
        java(
                "-XX:+UseG1GC",
                "-Xshare:dump",
                "-XX:+AOTClassLinking",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=lib/migralint.jsa",
                "-cp",
                jar);
        if (!Files.exists(archive)) {
            throw new IllegalStateException("the classes were not archived: see " + log());
        }
        Steady.archive(archive, begin, Steady.clock());
    }

    /** Runs the Java of the image in the distribution; what it says goes to a file, which is shown only if it fails. */
    private void java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(target.resolve("runtime/bin/java").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(target.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        // where and in what language it is built decides which classes Java needs
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"));
        Process process = builder.start();
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

    /** An archive of classes holds the times of its jars, and packed archives hold the times of all files. */
    private void sameTime(Path folder) throws IOException {
        for (Path file : list(folder)) {
            Files.setLastModifiedTime(file, FileTime.from(time));
        }
    }

    private static Path onlyOne(Path folder, String prefix) throws IOException {
        return list(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + prefix + "*.jar in " + folder));
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
