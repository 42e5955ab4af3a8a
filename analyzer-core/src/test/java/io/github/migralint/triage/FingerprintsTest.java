package io.github.migralint.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTest {
    private static final String FILE = "db/V2__index.sql";
    private static final String SQL = "CREATE INDEX orders_idx ON orders (lower(name), total) WHERE kind = 'a  b'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index orders_idx on Orders (lower(name), total) where kind = 'a  b'",
                "CREATE INDEX orders_idx\r\n  ON orders ( lower ( name ) ,\ttotal )\n  WHERE kind='a  b'",
                "CREATE INDEX orders_idx -- for the list's sake\n ON orders (lower(name), total) WHERE kind = 'a  b'",
                "CREATE INDEX /* a; /* b */ ' */ orders_idx ON orders (lower(name), total) WHERE kind = 'a  b'",
                "CREATE INDEX orders_idx # it's MySQL\n ON orders (lower(name), total) WHERE kind = 'a  b'",
            })
    void layoutCommentsAndCaseMakeNoDifference(String sql) {
        assertThat(identity(FILE, sql)).isEqualTo(identity(FILE, SQL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX orders_idx ON orders (lower(name)) WHERE kind = 'a  b'",
                "CREATE INDEX orders_idx ON orders (lower(name), total) WHERE kind = 'A  b'",
                "CREATE INDEX orders_idx ON orders (lower(name), total) WHERE kind = 'a -- b'",
                "CREATE INDEX orders_idx ON \"Orders\" (lower(name), total) WHERE kind = 'a  b'",
                "CREATE INDEX orders_idx ON orders (lower(name), total) WHERE kind = 'a  b' /*!50100 INVISIBLE */",
            })
    void anotherStatementIsAnother(String sql) {
        assertThat(identity(FILE, sql)).isNotEqualTo(identity(FILE, SQL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V2__index.sql", "src/main/resources/db/migration/V2__index.sql", "../other/V2__index.sql"})
    void theFolderMakesNoDifference(String file) {
        assertThat(identity(file, SQL)).isEqualTo(identity(FILE, SQL));
    }

    @Test
    void whereAllFilesHaveTheSameNameTheFolderTells() {
        assertThat(identity("prisma/migrations/2_index/migration.sql", SQL))
                .isNotEqualTo(identity("prisma/migrations/1_init/migration.sql", SQL))
                .isEqualTo(identity("db/2_index/migration.sql", SQL))
                .isEqualTo(identity("2_index/migration.sql", SQL));
    }

    @Test
    void ruleAndObjectMakeADifferenceAndTheCaseOfTheObjectNone() {
        var text = SourceText.of(FILE, SQL);
        String identity = Fingerprints.of("a-rule", text, text.span(), "orders");
        assertThat(Fingerprints.of("a-rule", text, text.span(), "Orders")).isEqualTo(identity);
        assertThat(Fingerprints.of("a-rule", text, text.span(), "orders.total")).isNotEqualTo(identity);
        assertThat(Fingerprints.of("b-rule", text, text.span(), "orders")).isNotEqualTo(identity);
    }

    private static String identity(String file, String sql) {
        var text = SourceText.of(file, sql);
        return Fingerprints.of("blocking-index-creation", text, text.span(), "orders");
    }
}
