package io.github.migralint.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migralint.ast.Unparsed;
import io.github.migralint.dialect.mysql.live.LiveServer;
import io.github.migralint.dialect.mysql.live.Release;
import io.github.migralint.fixtures.AgreementTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read is no syntax error on some server, and what is not read is one on all of them. */
final class SyntaxAgreementTest {
    private static final int SYNTAX_ERROR = 1064;
    private static final List<Release> RELEASES =
            List.of(Release.MARIADB_INSTALLED, Release.MYSQL_5_7, Release.MYSQL_8_0_31);

    private final AgreementTable table =
            new AgreementTable("Forms that are read or refused as servers do", "first word");

    @Test
    void readsWhatSomeServerReads() throws IOException, SQLException {
        List<Connection> connections = new ArrayList<>();
        try {
            for (Release release : RELEASES) {
                LiveServer server = LiveServer.of(release);
                server.createDatabase("app");
                connections.add(server.connect("app"));
            }
            forms().forEach(form -> compare(form, connections));
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
        table.publish("mysql-syntax");
        assertThat(table.differences()).isEmpty();
        assertThat(table.total("forms").compared()).isGreaterThan(300);
    }

    private void compare(String form, List<Connection> connections) {
        boolean read = Sql.statements(form).stream().noneMatch(statement -> statement instanceof Unparsed);
        boolean taken = connections.stream()
                .map(connection -> LiveServer.refusal(connection, form))
                .anyMatch(refusal -> refusal.isEmpty() || refusal.get() != SYNTAX_ERROR);
        table.count(form.substring(0, Math.max(form.indexOf(' '), 1)), "forms", read == taken);
        if (read != taken) {
            table.difference(form, read ? "read, but a syntax error everywhere" : "not read, but no syntax error");
        }
    }

    private static List<String> forms() throws IOException {
        try (InputStream in = SyntaxAgreementTest.class.getResourceAsStream("forms.sql")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
