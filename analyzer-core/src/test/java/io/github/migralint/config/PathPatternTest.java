package io.github.migralint.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    private static final Path BASE = Path.of("project").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({
        "db/V1.sql,      db/V1.sql,        true",
        "db/V1.sql,      other/db/V1.sql,  false",
        "./db/V1.sql,    db/V1.sql,        true",
        "/V1.sql,        V1.sql,           true",
        "/V1.sql,        db/V1.sql,        false",
        "V1.sql,         db/deep/V1.sql,   true",
        "V1.sql,         db/V1_sql,        false",
        "seed,           db/seed/a.sql,    true",
        "seed,           db/seeds/a.sql,   false",
        "db/*.sql,       db/a.sql,         true",
        "db/*.sql,       db/deep/a.sql,    false",
        "db/**,          db/deep/a.sql,    true",
        "db/**/a.sql,    db/a.sql,         true",
        "db/**/a.sql,    db/x/y/a.sql,     true",
        "**/a.sql,       a.sql,            true",
        "*.seed.sql,     db/1.seed.sql,    true",
        "V?.sql,         V1.sql,           true",
        "V?.sql,         V10.sql,          false",
        "db/,            db/a.sql,         true",
        "**,             any/thing.sql,    true",
        "*,              any/thing.sql,    true",
    })
    void matches(String glob, String file, boolean expected) {
        assertThat(PathPattern.of(BASE, glob).matches(BASE.resolve(file))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"**", "*", "a.sql"})
    void knowsNothingOutsideItsFolder(String glob) {
        assertThat(PathPattern.of(BASE, glob).matches(BASE.resolveSibling("a.sql")))
                .isFalse();
    }
}
