package io.github.migralint.dialect.postgresql.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.migralint.dialect.postgresql.effect.Agreement.Aspect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What we say about statements is what servers of seven majors were seen to do. The floors only go up; a difference that
 * stays has its reason in {@code accepted-differences.tsv}.
 */
class PostgresqlEffectsTruthTest {
    private static final int OLDEST = 12;
    private static final int NEWEST = 18;

    private static final Map<Aspect, Double> FLOORS = Map.of(
            Aspect.LOCKS, 100.0,
            Aspect.REWRITES, 100.0,
            Aspect.INDEX_BUILDS, 100.0,
            Aspect.INDEX_REBUILDS, 100.0,
            Aspect.FULL_SCANS, 100.0,
            Aspect.IN_TRANSACTION, 100.0,
            Aspect.ERROR, 99.6);
    private static final Map<Aspect, Double> NEIGHBOUR_FLOORS = Map.of(
            Aspect.LOCKS, 99.7,
            Aspect.REWRITES, 100.0,
            Aspect.INDEX_BUILDS, 99.9,
            Aspect.INDEX_REBUILDS, 100.0,
            Aspect.FULL_SCANS, 99.8,
            Aspect.IN_TRANSACTION, 99.9,
            Aspect.ERROR, 96.3);
    private static final double GIVEN_LOCKS_AND_REWRITES = 99;
    private static final double GIVEN_REST = 98;

    @Test
    void says_what_servers_do() throws IOException {
        holds("/truth/postgresql.json", "effects", FLOORS);
    }

    @Test
    void says_what_servers_do_with_neighbouring_statements() throws IOException {
        holds("/truth/postgresql-neighbours.json", "effects-neighbours", NEIGHBOUR_FLOORS);
    }

    /** Any table of the same format, given by {@code -Dmigralint.truth}: what we know holds for statements never seen. */
    @Test
    void says_what_servers_do_with_statements_of_another_table() throws IOException {
        String given = System.getProperty("migralint.truth", "");
        assumeFalse(given.isEmpty(), "no table is given");
        Agreement agreement = compare(Files.readString(Path.of(given)), AcceptedDifferences.none());
        agreement.publish("effects-given");
        var floors = new EnumMap<Aspect, Double>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            boolean strict = aspect == Aspect.LOCKS || aspect == Aspect.REWRITES;
            floors.put(aspect, strict ? GIVEN_LOCKS_AND_REWRITES : GIVEN_REST);
        }
        assertFloors(agreement, floors);
    }

    private static void holds(String resource, String name, Map<Aspect, Double> floors) throws IOException {
        Agreement agreement = compare(bundled(resource), AcceptedDifferences.read());
        agreement.publish(name);
        assertFloors(agreement, floors);
        assertThat(agreement.unexplained()).as("differences without a reason").isEmpty();
        assertThat(agreement.needless()).as("reasons without a difference").isEmpty();
    }

    @Test
    void gives_reasons_for_cases_that_are_there() throws IOException {
        Set<String> known = new HashSet<>();
        for (String table : List.of("/truth/postgresql.json", "/truth/postgresql-neighbours.json")) {
            TruthTable.parse(bundled(table)).cases().forEach(truth -> known.add(truth.id()));
        }
        assertThat(known).containsAll(AcceptedDifferences.read().cases());
    }

    private static void assertFloors(Agreement agreement, Map<Aspect, Double> floors) {
        floors.forEach((aspect, floor) -> assertThat(agreement.percent(aspect))
                .as(() -> aspect.words() + " agree, in percent; what differs is in target/agreement")
                .isGreaterThanOrEqualTo(floor));
    }

    private static Agreement compare(String table, AcceptedDifferences accepted) {
        var agreement =
                new Agreement("Effects of PostgreSQL " + OLDEST + " to " + NEWEST + ": measured and said", accepted);
        for (TruthTable.Case truth : TruthTable.parse(table).cases()) {
            for (int major = OLDEST; major <= NEWEST; major++) {
                int on = major;
                truth.on(major).ifPresent(result -> agreement.add(truth, on, result, Prediction.of(truth, on)));
            }
        }
        return agreement;
    }

    private static String bundled(String resource) throws IOException {
        try (InputStream in = PostgresqlEffectsTruthTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
