package io.github.migralint.dialect.mysql.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The programs of one server on disk.
 *
 * @param daemon the server itself
 * @param installer makes a data folder; the server itself where it can
 * @param options what both must be told to find their own files
 */
record Programs(Path daemon, Path installer, List<String> options) {
    private static final Set<String> NEEDED = Set.of("bin", "scripts", "english", "charsets");

    /** Those of a release; what the build fetched is unpacked into a folder. */
    static Programs of(Release release, Path source, Path folder) throws IOException, InterruptedException {
        if (release == Release.MARIADB_INSTALLED) {
            return new Programs(source, Path.of("mariadb-install-db"), List.of());
        }
        Path base = Files.createDirectory(folder.resolve("programs"));
        List<String> options = List.of("--basedir=" + base);
        try (var zip = new ZipInputStream(Files.newInputStream(source))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("mysql-Linux-amd64.tar.gz")) {
                    untar(zip, base);
                    return new Programs(base.resolve("bin/mysqld"), base.resolve("bin/mysqld"), options);
                }
                unzip(entry, zip, base);
            }
        }
        return new Programs(base.resolve("bin/mariadbd"), base.resolve("scripts/mariadb-install-db"), options);
    }

    private static void untar(InputStream archive, Path base) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "xz", "--no-same-owner", "-C", base.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = tar.getOutputStream()) {
            archive.transferTo(in);
        }
        if (tar.waitFor() != 0) {
            throw new IOException("tar cannot unpack the server");
        }
    }

    /** Unpacks what a server needs of {@code …/linux/bin/mariadbd} and its neighbours. */
    private static void unzip(ZipEntry entry, InputStream content, Path base) throws IOException {
        int root = entry.getName().indexOf("/linux/");
        if (root < 0 || entry.isDirectory()) {
            return;
        }
        Path name = Path.of(entry.getName().substring(root + "/linux/".length()));
        boolean script = name.toString().endsWith(".sql") && name.getNameCount() == 2;
        if (!script && !NEEDED.contains(name.getName(name.getNameCount() - 2).toString())) {
            return;
        }
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
