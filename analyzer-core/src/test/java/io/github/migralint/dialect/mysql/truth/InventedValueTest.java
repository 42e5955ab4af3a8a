package io.github.migralint.dialect.mysql.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.dialect.mysql.live.Release;
import io.github.migralint.effect.Effect;
import io.github.migralint.fixtures.AgreementTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The value that rows get in a new column that must have one and has no default is what is said to be invented. */
class InventedValueTest {
    private static final String PREPARATION = """
            CREATE TABLE t (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
            INSERT INTO t VALUES (1)
            """;

    private static final List<String> TYPES = List.of(
            "INT",
            "BIGINT UNSIGNED",
            "DECIMAL(10,2)",
            "DOUBLE",
            "BIT(4)",
            "BOOLEAN",
            "CHAR(5)",
            "VARCHAR(20)",
            "BINARY(4)",
            "VARBINARY(4)",
            "TEXT",
            "BLOB",
            "JSON",
            "ENUM('red','blue')",
            "SET('a','b')",
            "DATE",
            "DATETIME",
            "DATETIME(3)",
            "TIMESTAMP",
            "TIME",
            "YEAR",
            "POINT");

    @ParameterizedTest
    @EnumSource(Release.class)
    void isForetold(Release release) throws Exception {
        LiveServer live = LiveServer.of(release);
        var agreement = new AgreementTable("Values that nobody gave, foretold and seen", "server");
        for (String mode : List.of("", "SET SESSION sql_mode = ''")) {
            var stage = new Stage(live, "inventions", PREPARATION + (mode.isEmpty() ? "" : mode + "\n"));
            for (String type : TYPES) {
                String sql = "ALTER TABLE t ADD COLUMN a " + type + " NOT NULL";
                String seen = seen(stage, sql);
                String said = said(stage.foretold(sql));
                boolean equal = said.equals(seen) || isSame(said, seen);
                agreement.count(live.toString(), mode.isEmpty() ? "default mode" : "no mode", equal);
                if (!equal) {
                    agreement.difference("%s %s: %s, foretold %s".formatted(type, mode, seen, said), live.toString());
                }
            }
        }
        agreement.publish("mysql-inventions-" + release);
        assertThat(agreement.differences()).isEmpty();
    }

    private static String said(Foretold foretold) {
        Optional<String> value = foretold.effects().of(Effect.InventsValues.class).stream()
                .map(Effect.InventsValues::value)
                .findFirst();
        return value.orElseGet(() -> foretold.errors().isEmpty() ? "nothing" : "error " + foretold.errors());
    }

    /** Zeros and empty texts are shown in as many digits and bytes as the type has. */
    private static boolean isSame(String said, String seen) {
        String bare = said.startsWith("'") && said.endsWith("'") ? said.substring(1, said.length() - 1) : said;
        if (bare.isEmpty()) {
            return seen.replace("00", "").isEmpty();
        }
        boolean zeros = bare.equals("0") && seen.replaceAll("[0.]", "").isEmpty();
        return zeros || seen.startsWith(bare + ".") || bare.equals(seen);
    }

    /** What stands in the row; the text of binary values as hexadecimal digits, as a driver would decode them. */
    private static String seen(Stage stage, String sql) throws SQLException {
        try (Connection connection = stage.open()) {
            Optional<Integer> refusal = LiveServer.refusal(connection, sql);
            if (refusal.isPresent()) {
                return "error [" + refusal.get() + "]";
            }
            boolean binary = Stream.of("BIT(", "BINARY", "BLOB", "POINT").anyMatch(sql::contains);
            String shown = binary ? "HEX(a)" : "CAST(a AS CHAR)";
            String value = LiveServer.answers(connection, "SELECT " + shown + " FROM t")
                    .getFirst();
            return value.startsWith("20") ? "CURRENT_TIMESTAMP" : value;
        }
    }
}
