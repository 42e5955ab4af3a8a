package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Volatility;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Volatility of the functions that the server and common extensions bring, from {@code function-volatility.tsv}. */
final class FunctionVolatility {
    private static final String TABLE = "/io/github/migralint/dialect/postgresql/function-volatility.tsv";

    private FunctionVolatility() {}

    /** Read when the first default calls a function, not before. */
    private static final class Holder {
        private static final Map<String, Volatility> BY_NAME = Map.copyOf(read());
    }

    /** The most volatile of the functions of that name; none when the table does not have it. */
    static Optional<Volatility> of(String function) {
        return Optional.ofNullable(Holder.BY_NAME.get(function));
    }

    private static Map<String, Volatility> read() {
        var table = new HashMap<String, Volatility>();
        var stream = Objects.requireNonNull(FunctionVolatility.class.getResourceAsStream(TABLE), TABLE);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (!line.startsWith("#") && cells.length >= 2) {
                    table.put(cells[0], Volatility.valueOf(cells[1].toUpperCase(Locale.ROOT)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
