package io.github.migralint.dialect.postgresql.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migralint.dialect.FactTable;
import io.github.migralint.dialect.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of facts speaks of every operation, once for each version, in words that are known. */
class EffectsTableTest {
    private final FactTable<Cost> facts = PostgresqlEffects.facts();

    @Test
    void has_rows_for_exactly_the_operations() {
        assertThat(facts.operations())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Operation.values()).map(Enum::name).toList());
    }

    @Test
    void has_one_row_for_every_version_since_the_first() {
        for (String operation : facts.operations()) {
            int first = facts.rows(operation).stream()
                    .mapToInt(fact -> fact.since().major())
                    .min()
                    .orElseThrow();
            for (int major = first; major <= 18; major++) {
                var version = new Version(major, 0);
                assertThat(facts.rows(operation).stream().filter(fact -> fact.holdsIn(version)))
                        .as(operation + " in " + version)
                        .hasSize(1);
            }
        }
    }

    @Test
    void speaks_of_known_roles_and_lock_modes() {
        for (String operation : facts.operations()) {
            for (FactTable.Fact<Cost> fact : facts.rows(operation)) {
                fact.cost().locks().forEach((role, mode) -> {
                    assertThat(Role.of(role).word()).isEqualTo(role);
                    assertThat(mode.equals(Costs.AS_TABLE)
                                    || Modes.of(mode).words().equals(mode))
                            .isTrue();
                });
                fact.cost()
                        .work()
                        .forEach(task -> assertThat(Role.of(task.role()).word()).isEqualTo(task.role()));
            }
        }
    }

    @Test
    void names_its_evidence() {
        for (String operation : facts.operations()) {
            assertThat(facts.rows(operation))
                    .as(operation)
                    .allSatisfy(fact -> assertThat(fact.evidence()).matches("(measured|manual): .+"));
        }
    }

    /** A row that says measured names statements that were, in a version that the row is about. */
    @Test
    void names_statements_that_were_measured() throws IOException {
        Map<String, TruthTable.Case> cases = new HashMap<>();
        for (String table : List.of("/truth/postgresql.json", "/truth/postgresql-neighbours.json")) {
            try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(table), table)) {
                TruthTable.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .cases()
                        .forEach(truth -> cases.put(truth.id(), truth));
            }
        }
        for (String operation : facts.operations()) {
            for (FactTable.Fact<Cost> fact : facts.rows(operation)) {
                if (fact.evidence().startsWith("measured: ")) {
                    String[] names =
                            fact.evidence().substring("measured: ".length()).split(", ", -1);
                    assertThat(cases.keySet()).as(operation).contains(names);
                    assertThat(names)
                            .as(operation + " since " + fact.since())
                            .anyMatch(name -> Optional.ofNullable(cases.get(name))
                                    .filter(truth -> measuredIn(fact, truth))
                                    .isPresent());
                }
            }
        }
    }

    private static boolean measuredIn(FactTable.Fact<Cost> fact, TruthTable.Case truth) {
        return IntStream.rangeClosed(
                        fact.since().major(),
                        fact.until().map(until -> until.version().major()).orElse(18))
                .anyMatch(major -> truth.on(major).isPresent());
    }

    @Test
    void refuses_a_row_that_is_none() {
        assertThatThrownBy(() -> FactTable.parse("operation\tsince\n", row -> Optional.of(row)))
                .isInstanceOf(IllegalStateException.class);
    }
}
