package io.github.migralint.dialect.postgresql.effect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A table of facts beside this package: remarks, a header, then rows of tab-separated cells. */
final class DataFile {
    private static final Pattern TAB = Pattern.compile("\t");

    private DataFile() {}

    /** The rows below the header. */
    static List<List<String>> rows(String resource) {
        try (InputStream in = DataFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(TAB.split(line, -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
