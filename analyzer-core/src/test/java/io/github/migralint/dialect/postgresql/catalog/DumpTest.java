package io.github.migralint.dialect.postgresql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.postgresql.PostgresqlDialect;
import io.github.migralint.fixtures.Histories;
import io.github.migralint.framework.Direction;
import io.github.migralint.framework.Transaction;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Migration;
import io.github.migralint.history.ReleaseMode;
import io.github.migralint.history.Replay;
import io.github.migralint.schema.Origin;
import io.github.migralint.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the script of pg_dump makes is what the migrations made from which the database came. */
class DumpTest {
    private static final PostgresqlDialect DIALECT = new PostgresqlDialect();
    private static final Pattern MAJOR = Pattern.compile("(\\d+)");

    /** Before version 18 they have no names of their own, and a dump knows only the present name of the table. */
    private static final Pattern NAMED_NOT_NULL = Pattern.compile(" \\S+ NOT_NULL ");

    /** On the newest of the servers at hand that the pg_dump of this machine can read. */
    @Test
    void makesTheSame() throws Exception {
        int newest = dumpMajor();
        Optional<Integer> major =
                Server.majors().stream().filter(readable -> readable <= newest).max(Comparator.naturalOrder());
        if (major.isEmpty() && System.getenv("CI") == null) {
            Assumptions.abort("there is no pg_dump for PostgreSQL " + Server.majors());
        }
        assertThat(major).as("a server that pg_dump can read").isPresent();
        holdsOn(major.orElseThrow());
    }

    private static void holdsOn(int major) throws Exception {
        try (Server server = Server.start(major)) {
            for (String history : Histories.POSTGRESQL) {
                assertThat(facts(dumped(server, history))).as(history).isEqualTo(migrated(server, history));
            }
        }
    }

    private static Set<String> migrated(Server server, String history) throws SQLException {
        var run = new StatementRun(server, history);
        for (Map.Entry<String, String> file : Histories.postgresql(history).entrySet()) {
            run.run(file.getKey(), file.getValue());
        }
        return facts(ReplayedCatalog.of(run.schema()));
    }

    private static Set<Fact> dumped(Server server, String history)
            throws SQLException, IOException, InterruptedException {
        server.createDatabase(history);
        migrated(server, history);
        Migration script = script(dump(server.address(history)));
        assertThat(script.statements()).isNotEmpty().noneMatch(Unparsed.class::isInstance);
        var engine = new Engine(DIALECT.name(), DIALECT.label(), new Version(server.major(), 0));
        var replay = new Replay(DIALECT, engine, true, ReleaseMode.EACH);
        replay.begin(script);
        assertThat(replay.uncertainNames()).isEmpty();
        server.dropDatabase(history);
        server.createDatabase(history);
        return ReplayedCatalog.of(replay.schema());
    }

    private static Set<String> facts(Set<Fact> facts) {
        return facts.stream()
                .map(fact -> NAMED_NOT_NULL.matcher(fact.toString()).replaceAll(" NOT_NULL "))
                .collect(Collectors.toSet());
    }

    private static Migration script(String sql) {
        SourceText text = SourceText.of("schema.sql", sql);
        return new Migration(
                Origin.BEFORE_HISTORY.migration(),
                text,
                List.of(DIALECT.parse(text, text.span(), DIALECT.defaultVersion())),
                "",
                Direction.UP,
                new Transaction(TransactionMode.NONE, "it is only replayed"),
                false);
    }

    private static String dump(String address) throws IOException, InterruptedException {
        return output("pg_dump", "--schema-only", "--dbname=" + address);
    }

    private static int dumpMajor() throws InterruptedException {
        try {
            Matcher version = MAJOR.matcher(output("pg_dump", "--version"));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return out;
    }
}
