package io.github.migralint.dialect.mysql.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.dialect.FactTable;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.Server;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of facts speak of every operation and form, once for each version. */
class FactsTest {
    private static final List<Server> SERVERS = Stream.concat(
                    Stream.of("5.7.22", "8.0.11", "8.0.12", "8.0.29", "8.0.31", "8.4", "9.0.1", "9.7")
                            .map(version -> server(Flavor.MYSQL, version)),
                    Stream.of("10.5", "10.6", "10.11", "11.1", "11.2", "11.4", "11.8")
                            .map(version -> server(Flavor.MARIADB, version)))
            .toList();

    private static Server server(Flavor flavor, String version) {
        return new Server(flavor, Version.parse(version).orElseThrow());
    }

    @Test
    void every_operation_is_known_to_a_flavor() {
        List<String> known = SERVERS.stream()
                .flatMap(server -> Facts.costs(server).operations().stream())
                .distinct()
                .toList();
        assertThat(known)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Operation.values()).map(Enum::name).toList());
        List<String> forms = SERVERS.stream()
                .flatMap(server -> Facts.forms(server).operations().stream())
                .distinct()
                .toList();
        assertThat(forms)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Form.values()).map(Enum::name).toList());
    }

    @Test
    void no_version_has_two_rows_for_one_operation() {
        for (Server server : SERVERS) {
            FactTable<Cost> costs = Facts.costs(server);
            for (String operation : costs.operations()) {
                assertThat(costs.rows(operation).stream().filter(fact -> fact.holdsIn(server.version())))
                        .as(operation + " on " + server)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void every_row_names_its_evidence() {
        for (Server server : SERVERS) {
            for (String operation : Facts.costs(server).operations()) {
                assertThat(Facts.costs(server).rows(operation))
                        .as(operation)
                        .allSatisfy(fact -> assertThat(fact.evidence()).matches("(measured|manual): .+"));
            }
        }
    }
}
