package io.github.migralint.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Unparsed;
import io.github.migralint.fixtures.AgreementTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Statements of every kind with one token lost, doubled, swapped or put in at random, and whether PostgreSQL 18 still
 * accepts them: nearly all that it rejects must be reported, and next to nothing else.
 */
final class DamagedStatementTest {
    /** In percent. */
    private static final double LEAST_REPORTED = 99;

    /** In percent: a word that ends a statement can be a label to PostgreSQL where we expect it to go on. */
    private static final double LEAST_READ = 98;

    private final AgreementTable table = new AgreementTable("Damaged statements", "statements");

    @Test
    void reportsWhatPostgresqlRejects() throws IOException {
        for (String line : lines()) {
            String[] fields = line.split("\t", 2);
            boolean rejected = fields[0].equals("rejected");
            boolean reported = Sql.statements(fields[1]).stream().anyMatch(Unparsed.class::isInstance);
            table.count("damaged at random", fields[0], rejected == reported);
            if (rejected != reported) {
                table.difference(reported ? "a false error" : "swallowed", fields[1]);
            }
        }
        table.publish("damaged-statements");
        assertThat(table.total("rejected").percent()).as("reported").isGreaterThanOrEqualTo(LEAST_REPORTED);
        assertThat(table.total("accepted").percent()).as("read").isGreaterThanOrEqualTo(LEAST_READ);
    }

    private static List<String> lines() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                DamagedStatementTest.class.getResourceAsStream("damaged-statements.tsv"), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
