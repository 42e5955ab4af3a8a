import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Packs the distribution: one archive with its own runtime, named for the platform, and one for any Java, and the checksums of
 * both and of what lies beside them. The same distribution gives the same bytes: sorted, one time, nobody's files.
 *
 * <p>Run by the build as {@code java Archives.java SOURCES DISTRIBUTION RELEASE VERSION TIME}; RELEASE is the folder for the
 * archives and may hold files that are to be listed as well.
 */
final class Archives {
    private final Path sources;
    private final Path distribution;
    private final Path release;
    private final String name;
    private final String version;
    private final Instant time;

    private Archives(Path sources, Path distribution, Path release, String version, Instant time) {
        this.sources = sources;
        this.distribution = distribution;
        this.release = release;
        this.name = "migralint-" + version;
        this.version = version;
        this.time = time;
    }

    public static void main(String[] args) throws IOException {
        new Archives(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), args[3], Instant.parse(args[4])).run();
    }

    private void run() throws IOException {
        Files.createDirectories(release);
        for (Path old : files(release, 1)) {
            if (old.toString().endsWith(".tar.gz") || old.toString().endsWith(".zip")) {
                Files.delete(old);
            }
        }
        packTar(release.resolve(name + "-" + platform() + ".tar.gz"));
        packZip(release.resolve(name + ".zip"));
        writeChecksums();
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        String os = system.startsWith("mac") ? "macos" : system.startsWith("windows") ? "windows" : system;
        return os + "-"
                + Map.of("amd64", "x64", "x86_64", "x64", "aarch64", "arm64").getOrDefault(processor, processor);
    }

    private void packTar(Path archive) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive));
                Tar tar = new Tar(out, time.getEpochSecond())) {
            for (Path file : files(distribution, Integer.MAX_VALUE)) {
                tar.add(name + inside(file), file);
            }
        }
    }

    /** What needs no runtime of its own, with a launcher that looks for one; nothing that is bound to a certain Java. */
    private void packZip(Path archive) throws IOException {
        try (FileSystem zip =
                FileSystems.newFileSystem(archive, Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
            TreeMap<String, Path> contents = new TreeMap<>();
            for (String folder : List.of("legal", "lib", "share")) {
                for (Path file : files(distribution.resolve(folder), Integer.MAX_VALUE)) {
                    contents.put(name + inside(file), file);
                }
            }
            contents.keySet().removeIf(path -> path.endsWith(".jsa"));
            contents.put(name, distribution);
            contents.put(name + "/bin", sources.resolve("plain/bin"));
            contents.put(name + "/bin/migralint", sources.resolve("plain/bin/migralint"));
            contents.put(name + "/bin/migralint.bat", sources.resolve("plain/bin/migralint.bat"));
            String build = build();
            for (Map.Entry<String, Path> entry : contents.entrySet()) {
                Path target = zip.getPath(entry.getKey());
                put(entry.getValue(), target, build);
                boolean runs = Files.isDirectory(target) || entry.getKey().endsWith("/bin/migralint");
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                FileTime all = FileTime.from(time);
                Files.getFileAttributeView(target, BasicFileAttributeView.class).setTimes(all, all, all);
            }
        }
    }

    private void put(Path file, Path target, String build) throws IOException {
        if (Files.isDirectory(file)) {
            Files.createDirectory(target);
        } else if (file.startsWith(sources)) {
            Files.writeString(target, Files.readString(file).replace("@build@", build));
        } else {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * The version and what the jars contain: Java knows a jar by size and time only, and all builds have one time, so what
     * it keeps of one build must not be found by another.
     */
    private String build() throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files(distribution.resolve("lib"), 1)) {
            if (file.toString().endsWith(".jar")) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return version + "-" + HexFormat.of().formatHex(digest.digest(), 0, 4);
    }

    private String inside(Path file) {
        String path = distribution.relativize(file).toString().replace('\\', '/');
        return path.isEmpty() ? "" : "/" + path;
    }

    /** In the form that {@code sha256sum --check} reads. */
    private void writeChecksums() throws IOException {
        Path checksums = release.resolve("SHA256SUMS");
        Files.deleteIfExists(checksums);
        StringBuilder text = new StringBuilder();
        for (Path file : files(release, 1)) {
            if (Files.isRegularFile(file)) {
                text.append(HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file))))
                        .append("  ")
                        .append(file.getFileName())
                        .append('\n');
            }
        }
        Files.writeString(checksums, text, StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder and what is in it, sorted by name. */
    private static List<Path> files(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.sorted().toList();
        }
    }
}
