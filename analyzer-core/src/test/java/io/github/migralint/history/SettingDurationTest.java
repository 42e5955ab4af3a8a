package io.github.migralint.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations of timeouts as PostgreSQL 15 was seen to read them. */
class SettingDurationTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "5s, 5000",
                "5000, 5000",
                "0, 0",
                "1min, 60000",
                "0.5s, 500",
                "500us, 0",
                "501us, 1",
                "1500us, 2",
                "2500us, 2",
                "0.4, 0",
                "1.5, 2",
                "1d, 86400000",
                "24d, 2073600000",
                "1h, 3600000",
                "\" 5 s \", 5000",
                "0x10, 16",
                "010, 8",
                "1e3, 1000",
                "1.5e1s, 15000",
                "0.7h, 2520000",
                "+5, 5"
            })
    void whatTheServerTakes(String value, long milliseconds) {
        assertThat(SettingDuration.parse(value)).contains(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5 S", "-1", "5sec", "25d", "2MIN", "1h 5min", "off", "5 000", "1e999999999", "s"})
    void whatTheServerRefuses(String value) {
        assertThat(SettingDuration.parse(value)).isEmpty();
    }
}
