package io.github.migralint.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people mean by a version. */
class DialectsTest {
    @ParameterizedTest
    @CsvSource({
        "mysql, 5.7, 5.7.44",
        "mysql, 5.7.12, 5.7.12",
        "mysql, 8.0.11, 8.0.11",
        "mysql, 8.0.99, 8.0.99",
        "mysql, 8, 8.4.7",
        "mysql, 8.1, 8.1",
        "mysql, 8.4, 8.4.7",
        "mysql, 9, 9.7",
        "mysql, 9.0, 9.0.1",
        "mysql, 9.7, 9.7",
        "mariadb, 10.5, 10.5",
        "mariadb, 10, 10.11",
        "mariadb, 10.11.6, 10.11.6",
        "mariadb, 10.7, 10.7",
        "mariadb, 11.8, 11.8",
        "postgresql, 16, 16",
        "postgresql, 16.4, 16.4"
    })
    void isMeant(String dialect, String written, String meant) {
        assertThat(named(dialect).version(written).map(Version::toString)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "mysql, 5.6",
        "mysql, 8.5",
        "mysql, 8.5.1",
        "mysql, 9.8",
        "mysql, 10.11",
        "mysql, new",
        "mariadb, 10.4",
        "mariadb, 10.12",
        "mariadb, 12.0",
        "mariadb, 8.0",
        "postgresql, 11",
        "postgresql, 8.0"
    })
    void isNotKnown(String dialect, String written) {
        assertThat(named(dialect).version(written)).isEmpty();
    }

    @Test
    void aSeriesStandsForItsNewestRelease() {
        Version series = named("mysql").version("8.0").orElseThrow();
        assertThat(series).isGreaterThan(new Version(8, 0, 31)).isLessThan(new Version(8, 1));
        assertThat(named("mysql").version("8.0.16").orElseThrow()).isLessThan(series);
    }

    @Test
    void theNewestVersionIsAssumed() {
        for (Dialect dialect : Dialects.all()) {
            assertThat(dialect.supports(dialect.defaultVersion())).isTrue();
            assertThat(dialect.supportedVersions()).isSorted().endsWith(dialect.defaultVersion());
            assertThat(dialect.supportedInWords())
                    .endsWith(dialect.defaultVersion().toString());
        }
    }

    @Test
    void anUnknownVersionIsToldWithThoseThatAreKnownAndTheEngineItMayBeOf() {
        assertThat(Dialects.unknownVersion("8.0", named("postgresql")))
                .isEqualTo("unknown version 8.0 of PostgreSQL: supported are 12, 13, 14, 15, 16, 17, 18;"
                        + " did you mean mysql-8.0?");
        assertThat(Dialects.unknownVersion("5.6", named("mysql")))
                .isEqualTo("unknown version 5.6 of MySQL: supported are 5.7, 8.0 to 8.4, 9.0 to 9.7");
    }

    @Test
    void timesAreSetByTheVariablesOfTheEngine() {
        var times = Map.of("lock_timeout", "1500ms", "statement_timeout", "2min");
        assertThat(named("postgresql").timeouts(times)).isEqualTo(times);
        assertThat(named("mysql").timeouts(times)).isEqualTo(Map.of("lock_wait_timeout", "2"));
        assertThat(named("mariadb").timeouts(times))
                .isEqualTo(Map.of("lock_wait_timeout", "2", "max_statement_time", "120"));
        assertThat(named("mysql").timeouts(Map.of("lock_timeout", "5000"))).isEqualTo(Map.of("lock_wait_timeout", "5"));
        assertThat(named("mysql").timeouts(Map.of())).isEmpty();
    }

    private static Dialect named(String name) {
        return Dialects.named(name).orElseThrow();
    }
}
