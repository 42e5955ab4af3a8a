package io.github.migralint.dialect.postgresql.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The catalog of a real server as facts: what {@link ReplayedCatalog} has to equal. Asked in a session of its own. */
final class ServerCatalog implements AutoCloseable {
    /** A column's type as the replay spells it; stands for {@code typename(TYPE ROW, OID, MODIFIER)} in the query. */
    private static final String TYPE = """
            (CASE WHEN $1.typcategory = 'A' THEN (SELECT el.typname FROM pg_type el WHERE el.oid = $1.typelem)
                  ELSE $1.typname END
             || coalesce(replace(substring(format_type($2, $3) FROM '\\\\([^)]*\\\\)'), ' ', ''), '')
             || CASE WHEN $1.typcategory = 'A' THEN '[]' ELSE '' END)""";

    private static final String QUERY =
            resource("catalog.sql").replaceAll("typename\\((\\w+), ([\\w.]+), ([\\w.-]+)\\)", TYPE);

    /** A column that a catalog has since a major version, with what holds before: {@code since(15, COLUMN, false)}. */
    private static final Pattern SINCE = Pattern.compile("since\\((\\d+), (\\w+), (\\w+)\\)");

    private final Connection connection;
    private final PreparedStatement query;

    ServerCatalog(Connection connection) throws SQLException {
        this.connection = connection;
        try (var settings = connection.createStatement()) {
            settings.execute("SET jit = off; SET plan_cache_mode = force_generic_plan");
        }
        this.query = connection.prepareStatement(query(major(connection)));
    }

    private static int major(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    private static String query(int major) {
        return SINCE.matcher(QUERY)
                .replaceAll(column -> column.group(major >= Integer.parseInt(column.group(1)) ? 2 : 3));
    }

    private static String resource(String name) {
        try (var stream = Objects.requireNonNull(ServerCatalog.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<Fact> facts() throws SQLException {
        var facts = new HashSet<Fact>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                facts.add(new Fact(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return facts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
