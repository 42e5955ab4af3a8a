package io.github.migralint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares output with a file; {@code -Dmigralint.goldens=write} writes the file instead. */
public final class Golden {
    private static final String FOLDER = "cli/src/test/resources/io/github/migralint/cli";

    private Golden() {}

    /** Holds output to the file of that name. */
    public static void check(String name, String actual) throws IOException {
        if ("write".equals(System.getProperty("migralint.goldens"))) {
            Files.writeString(Path.of(System.getProperty("migralint.root"), FOLDER, name), actual);
            return;
        }
        try (InputStream golden = Golden.class.getResourceAsStream("/io/github/migralint/cli/" + name)) {
            assertThat(golden).as("golden %s", name).isNotNull();
            assertThat(actual).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
