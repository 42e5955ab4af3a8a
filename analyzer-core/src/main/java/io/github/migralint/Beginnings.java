package io.github.migralint;

import io.github.migralint.framework.MigrationFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads the beginnings of migrations, in which the signs of an engine are ASCII whatever the rest is. */
final class Beginnings {
    private static final int BYTES = 1 << 14;

    private final Map<Path, StandIn> standIns = new HashMap<>();

    Beginnings(Request request) {
        request.standIns().forEach(standIn -> standIns.put(absolute(standIn.path()), standIn));
    }

    /** The beginning of one; empty when it cannot be read, which is told elsewhere. */
    String of(MigrationFile file) {
        StandIn standIn = standIns.get(absolute(file.file()));
        byte[] bytes = standIn == null
                ? read(file.file())
                : Arrays.copyOf(standIn.content(), Math.min(BYTES, standIn.content().length));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return stream.readNBytes(BYTES);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
