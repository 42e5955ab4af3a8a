package io.github.migralint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void passwordsBecomeStarsOfTheSameLength() {
        assertThat(Secrets.hidden("CREATE ROLE app LOGIN PASSWORD 'tiger';"))
                .isEqualTo("CREATE ROLE app LOGIN PASSWORD '*****';");
        assertThat(Secrets.hidden("CONNECTION 'host=a password=tiger user=b'"))
                .isEqualTo("CONNECTION 'host=a password=***** user=b'");
        assertThat(Secrets.hidden("'postgres://app:tiger@host/shop'")).isEqualTo("'postgres://app:*****@host/shop'");
    }

    @Test
    void aSecretMayBeLong() {
        String secret = "x''".repeat(50_000);
        assertThat(Secrets.hidden("PASSWORD '" + secret + "'"))
                .isEqualTo("PASSWORD '" + "*".repeat(secret.length()) + "'");
    }

    @Test
    void whatIsNoPasswordStays() {
        String column = "password text NOT NULL DEFAULT 'none', reset_password boolean,";
        assertThat(Secrets.hidden(column)).isEqualTo(column);
        assertThat(Secrets.hidden("COMMENT ON TABLE t IS 'see https://example.org/a';"))
                .isEqualTo("COMMENT ON TABLE t IS 'see https://example.org/a';");
    }
}
