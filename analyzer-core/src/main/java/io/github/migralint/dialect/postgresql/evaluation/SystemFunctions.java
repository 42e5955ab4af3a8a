package io.github.migralint.dialect.postgresql.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the functions that the server brings. */
final class SystemFunctions {
    private static final String LIST = "/io/github/migralint/dialect/postgresql/evaluation/system-functions.txt";

    private SystemFunctions() {}

    /** Read only when somebody asks. */
    private static final class Holder {
        private static final Set<String> NAMES = read();
    }

    /** Whether a function of the system may have that name. */
    static boolean mayBe(String name) {
        return name.startsWith("pg_") || Holder.NAMES.contains(name);
    }

    private static Set<String> read() {
        try (InputStream list = SystemFunctions.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("missing " + LIST);
            }
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
