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

/** What we say about statements is what servers of seven majors were seen to do. */
class PostgresqlEffectsTruthTest {
    private static final Map<Aspect, Double> FLOORS = Map.of();

    @Test
    void says_what_servers_do() throws IOException {
        var agreement = new Agreement();
        for (TruthTable.Case truth : truth().cases()) {
            for (int major = 12; major <= 18; major++) {
                int on = major;
                truth.on(major).ifPresent(result -> agreement.add(truth, on, result, Prediction.of(truth, on)));
            }
        }
        Path report = Path.of("target", "truth-report.txt");
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report, agreement.report());
        FLOORS.forEach((aspect, floor) -> assertThat(agreement.percent(aspect))
                .as(aspect.words())
                .isGreaterThanOrEqualTo(floor));
    }

    private static TruthTable truth() throws IOException {
        String given = System.getProperty("migralint.truth", "");
        if (!given.isEmpty()) {
            return TruthTable.parse(Files.readString(Path.of(given)));
        }
        try (InputStream in = PostgresqlEffectsTruthTest.class.getResourceAsStream("/truth/postgresql.json")) {
            assertThat(in).isNotNull();
            return TruthTable.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
