package io.github.migralint.dialect.mysql.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each release starts, is what its name says, and keeps the defaults of its vendor. */
class LiveServerTest {
    @ParameterizedTest
    @EnumSource(Release.class)
    void answers(Release release) throws Exception {
        LiveServer live = LiveServer.of(release);
        live.createDatabase("answers");
        try (Connection connection = live.connect("answers")) {
            assertThat(LiveServer.refusal(connection, "CREATE TABLE t (id INT PRIMARY KEY)"))
                    .isEmpty();
            assertThat(LiveServer.refusal(connection, "ALTER TABLE t ADD COLUMN id INT"))
                    .contains(1060);
            assertThat(LiveServer.answers(connection, "SELECT @@sql_mode").getFirst())
                    .contains("STRICT_TRANS_TABLES");
        }
        assertThat(live.server().flavor()).isEqualTo(release.flavor());
        assertThat(release.toString())
                .satisfiesAnyOf(
                        name -> assertThat(name).isEqualTo("MARIADB_INSTALLED"),
                        name -> assertThat(name)
                                .contains("_" + live.server().version().major() + "_"
                                        + live.server().version().minor()));
    }
}
