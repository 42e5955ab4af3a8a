package io.github.migralint.dialect.mysql.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.dialect.mysql.live.Release;
import io.github.migralint.effect.Effect;
import io.github.migralint.fixtures.AgreementTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What MODIFY takes from a column by not repeating it is what is said to be lost. */
class RedefinitionTest {
    private static final String PREPARATION = """
            CREATE TABLE t (id INT NOT NULL AUTO_INCREMENT COMMENT 'key' PRIMARY KEY, a INT NOT NULL DEFAULT 5 COMMENT 'x', n INT NULL, s VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT 'y', b VARCHAR(20) COLLATE utf8mb4_bin NULL, d DATETIME NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, e ENUM('x','y') NOT NULL DEFAULT 'x') ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4
            """;

    private static final List<String> STATEMENTS = """
            MODIFY COLUMN a BIGINT
            MODIFY COLUMN a BIGINT NOT NULL
            MODIFY COLUMN a BIGINT NOT NULL DEFAULT 5
            MODIFY COLUMN a BIGINT NOT NULL DEFAULT 5 COMMENT 'x'
            MODIFY COLUMN a BIGINT DEFAULT 5 COMMENT 'x'
            MODIFY COLUMN a BIGINT NOT NULL COMMENT 'z'
            CHANGE COLUMN a a2 INT
            CHANGE COLUMN a a2 INT NOT NULL DEFAULT 5 COMMENT 'x'
            MODIFY COLUMN n BIGINT
            MODIFY COLUMN n INT NOT NULL
            MODIFY COLUMN id BIGINT
            MODIFY COLUMN id BIGINT NOT NULL
            MODIFY COLUMN id BIGINT NOT NULL AUTO_INCREMENT
            MODIFY COLUMN id BIGINT NOT NULL AUTO_INCREMENT COMMENT 'key'
            MODIFY COLUMN s VARCHAR(30)
            MODIFY COLUMN s VARCHAR(30) NOT NULL DEFAULT 'y'
            MODIFY COLUMN s VARCHAR(30) CHARACTER SET latin1 NOT NULL DEFAULT 'y'
            MODIFY COLUMN b VARCHAR(30)
            MODIFY COLUMN b VARCHAR(30) COLLATE utf8mb4_bin
            MODIFY COLUMN b VARCHAR(30) CHARACTER SET utf8mb4
            MODIFY COLUMN d DATETIME(6)
            MODIFY COLUMN d DATETIME DEFAULT CURRENT_TIMESTAMP
            MODIFY COLUMN d DATETIME DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
            MODIFY COLUMN e ENUM('x','y','z')
            MODIFY COLUMN e ENUM('x','y','z') NOT NULL
            MODIFY COLUMN e ENUM('x','y','z') NOT NULL DEFAULT 'x'
            """.lines().toList();

    /** Words of what is lost, by the column of the catalog that shows it. */
    private static final Map<String, String> SHOWN = new LinkedHashMap<>(Map.of(
            "IS_NULLABLE", "NOT NULL",
            "COLUMN_DEFAULT", "DEFAULT",
            "COLUMN_COMMENT", "COMMENT",
            "CHARACTER_SET_NAME", "CHARACTER SET",
            "COLLATION_NAME", "COLLATE"));

    @ParameterizedTest
    @EnumSource(Release.class)
    void losesWhatIsForetold(Release release) throws Exception {
        LiveServer live = LiveServer.of(release);
        var stage = new Stage(live, "redefinitions", PREPARATION);
        var agreement = new AgreementTable("Attributes that MODIFY loses, foretold and seen", "server");
        for (String clause : STATEMENTS) {
            String sql = "ALTER TABLE t " + clause;
            Set<String> seen = lost(stage, clause.split(" ", -1)[2], sql);
            Set<String> said = stage.foretold(sql).effects().of(Effect.LosesAttributes.class).stream()
                    .flatMap(loss -> loss.attributes().stream())
                    .map(RedefinitionTest::kind)
                    .collect(Collectors.toCollection(TreeSet::new));
            agreement.count(live.toString(), "lost", said.equals(seen));
            if (!said.equals(seen)) {
                agreement.difference("%s: lost %s, foretold %s".formatted(clause, seen, said), live.toString());
            }
        }
        agreement.publish("mysql-redefinitions-" + release);
        assertThat(agreement.differences()).isEmpty();
    }

    private static String kind(String attribute) {
        return SHOWN.values().stream()
                .filter(attribute::startsWith)
                .findFirst()
                .orElse(attribute.startsWith("ON UPDATE") ? "ON UPDATE" : attribute);
    }

    private static Set<String> lost(Stage stage, String column, String sql) throws SQLException {
        try (Connection connection = stage.open()) {
            Map<String, String> before = attributes(connection, column);
            Stage.run(connection, sql);
            Map<String, String> after = attributes(connection, column);
            if (after.isEmpty()) {
                after = attributes(connection, column + "2");
            }
            return difference(before, after);
        }
    }

    private static Set<String> difference(Map<String, String> before, Map<String, String> after) {
        Set<String> lost = new TreeSet<>();
        SHOWN.forEach((shown, words) -> {
            String old = before.getOrDefault(shown, "");
            String fresh = after.getOrDefault(shown, "");
            boolean has = shown.equals("IS_NULLABLE") ? old.equals("NO") : !old.isEmpty();
            boolean other = shown.endsWith("_NAME") && !fresh.isEmpty() && !old.equals(fresh);
            boolean gone = shown.equals("IS_NULLABLE") ? fresh.equals("YES") : fresh.isEmpty();
            if (has && (gone || other)) {
                lost.add(words);
            }
        });
        if (lost.contains("CHARACTER SET")) {
            lost.remove("COLLATE");
        }
        String extra = before.getOrDefault("EXTRA", "");
        String kept = after.getOrDefault("EXTRA", "");
        for (String word : List.of("auto_increment", "on update")) {
            if (extra.contains(word) && !kept.contains(word)) {
                lost.add(word.toUpperCase(Locale.ROOT));
            }
        }
        return lost;
    }

    /** What the catalog shows of a column; empty when it has none of that name. An unsaid default is none. */
    private static Map<String, String> attributes(Connection connection, String column) throws SQLException {
        Map<String, String> attributes = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT IS_NULLABLE, COLUMN_DEFAULT, COLUMN_COMMENT, CHARACTER_SET_NAME,"
                                + " COLLATION_NAME, LOWER(EXTRA) AS EXTRA FROM information_schema.COLUMNS"
                                + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' AND COLUMN_NAME = '" + column
                                + "'")) {
            if (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String value = rows.getString(i);
                    attributes.put(
                            rows.getMetaData().getColumnLabel(i), value == null || value.equals("NULL") ? "" : value);
                }
            }
        }
        return attributes;
    }
}
