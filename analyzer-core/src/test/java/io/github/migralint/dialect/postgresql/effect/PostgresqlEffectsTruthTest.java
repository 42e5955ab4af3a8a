package io.github.migralint.dialect.postgresql.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.postgresql.effect.Agreement.Aspect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What we say about statements is what servers of seven majors were seen to do. The floors only go up. */
class PostgresqlEffectsTruthTest {
    private static final Map<Aspect, Double> FLOORS = Map.of(
            Aspect.LOCKS, 98.6,
            Aspect.REWRITES, 99.8,
            Aspect.INDEX_BUILDS, 100.0,
            Aspect.INDEX_REBUILDS, 99.8,
            Aspect.FULL_SCANS, 99.8,
            Aspect.IN_TRANSACTION, 100.0,
            Aspect.ERROR, 98.8);
    private static final Map<Aspect, Double> NEIGHBOUR_FLOORS = Map.of(
            Aspect.LOCKS, 96.7,
            Aspect.REWRITES, 99.9,
            Aspect.INDEX_BUILDS, 99.9,
            Aspect.INDEX_REBUILDS, 100.0,
            Aspect.FULL_SCANS, 99.0,
            Aspect.IN_TRANSACTION, 99.7,
            Aspect.ERROR, 95.5);

    @Test
    void says_what_servers_do() throws IOException {
        String given = System.getProperty("migralint.truth", "");
        String table = given.isEmpty() ? bundled("/truth/postgresql.json") : Files.readString(Path.of(given));
        Agreement agreement = compare(table, "truth-report.txt");
        FLOORS.forEach((aspect, floor) ->
                assertThat(agreement.percent(aspect)).as(aspect.words()).isGreaterThanOrEqualTo(floor));
    }

    @Test
    void says_what_servers_do_with_neighbouring_statements() throws IOException {
        Agreement agreement = compare(bundled("/truth/postgresql-neighbours.json"), "truth-report-neighbours.txt");
        NEIGHBOUR_FLOORS.forEach((aspect, floor) ->
                assertThat(agreement.percent(aspect)).as(aspect.words()).isGreaterThanOrEqualTo(floor));
    }

    private static Agreement compare(String table, String name) throws IOException {
        var agreement = new Agreement();
        for (TruthTable.Case truth : TruthTable.parse(table).cases()) {
            for (int major = 12; major <= 18; major++) {
                int on = major;
                truth.on(major).ifPresent(result -> agreement.add(truth, on, result, Prediction.of(truth, on)));
            }
        }
        Path report = Path.of("target", name);
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report, agreement.report());
        return agreement;
    }

    private static String bundled(String resource) throws IOException {
        try (InputStream in = PostgresqlEffectsTruthTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
