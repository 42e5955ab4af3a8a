package io.github.migralint.dialect.mysql.catalog;

import io.github.migralint.dialect.mysql.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code information_schema} says. */
final class ServerCatalog {
    private static final String OURS = " NOT IN ('mysql','sys','information_schema','performance_schema')";

    private final Connection connection;
    private final Server server;

    ServerCatalog(Connection connection, Server server) {
        this.connection = connection;
        this.server = server;
    }

    /** The databases that are not the server's own. */
    List<String> databases() throws SQLException {
        var names = new TreeSet<String>();
        each(
                "SELECT schema_name FROM information_schema.schemata WHERE schema_name" + OURS,
                row -> names.add(text(row, 1)));
        return List.copyOf(names);
    }

    Set<Fact> facts() throws SQLException {
        var facts = new TreeSet<Fact>();
        tables(facts);
        columns(facts);
        indexes(facts);
        constraints(facts);
        views(facts);
        code(facts);
        partitions(facts);
        return facts;
    }

    private void tables(Set<Fact> facts) throws SQLException {
        String query = "SELECT table_schema, table_name, table_type, engine, table_collation"
                + " FROM information_schema.tables WHERE table_schema" + OURS;
        each(query, row -> {
            String name = text(row, 1) + "." + text(row, 2);
            switch (text(row, 3)) {
                case "BASE TABLE", "SYSTEM VERSIONED" ->
                    facts.add(new Fact(
                            "table", name, (text(row, 4) + " " + collation(text(row, 5))).toLowerCase(Locale.ROOT)));
                case "SEQUENCE" -> facts.add(new Fact("sequence", name, ""));
                default -> {}
            }
        });
    }

    private void columns(Set<Fact> facts) throws SQLException {
        String query = "SELECT c.table_schema, c.table_name, c.column_name, c.ordinal_position, c.column_type,"
                + " c.is_nullable, c.column_default, c.extra, c.character_set_name, c.collation_name, c.column_comment,"
                + " c.generation_expression FROM information_schema.columns c"
                + " JOIN information_schema.tables t USING (table_schema, table_name)"
                + " WHERE t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') AND c.table_schema" + OURS;
        each(query, row -> {
            String extra = text(row, 8).toLowerCase(Locale.ROOT);
            boolean generated = extra.contains("generated") && !extra.contains("default_generated");
            facts.add(new Fact(
                    "column",
                    text(row, 1) + "." + text(row, 2),
                    String.join(
                            " | ",
                            text(row, 3),
                            text(row, 4),
                            Spellings.type(text(row, 5)),
                            text(row, 6).equals("NO") ? "not null" : "null",
                            "default " + defaultValue(generated ? null : row.getString(7)),
                            extra(extra),
                            Spellings.collation(text(row, 9), text(row, 10)),
                            "comment " + text(row, 11))));
        });
    }

    /** MariaDB says NULL where a column may be NULL and has no other default. */
    private String defaultValue(@Nullable String said) {
        boolean none = said == null || (server.isMariadb() && said.equals("NULL"));
        return none ? "none" : Spellings.value(Objects.requireNonNull(said));
    }

    private static String extra(String extra) {
        var said = new TreeSet<String>();
        if (extra.contains("auto_increment")) {
            said.add("auto_increment");
        }
        if (extra.contains("on update")) {
            said.add("on update");
        }
        if (extra.contains("invisible")) {
            said.add("invisible");
        }
        if (extra.contains("virtual")) {
            said.add("virtual");
        }
        if (extra.contains("stored") || extra.contains("persistent")) {
            said.add("stored");
        }
        return String.join(" ", said);
    }

    private static String collation(String name) {
        return name.replaceFirst("^utf8(_|$)", "utf8mb3$1");
    }

    private void indexes(Set<Fact> facts) throws SQLException {
        String visible = server.isMariadb()
                ? server.isMariadbFrom(10, 6) ? "ignored = 'NO'" : "1"
                : server.isMysqlFrom(8, 0, 0) ? "is_visible = 'YES'" : "1";
        String expression = server.isMysqlFrom(8, 0, 13) ? "MAX(expression IS NOT NULL)" : "0";
        String query = "SELECT table_schema, table_name, index_name, MAX(non_unique), MAX(index_type), MAX(" + visible
                + "), GROUP_CONCAT(CONCAT(IFNULL(column_name, '(expression)'),"
                + " IF(sub_part IS NULL, '', CONCAT('(', sub_part, ')')), IF(collation = 'D', ' desc', ''))"
                + " ORDER BY seq_in_index SEPARATOR ','), " + expression
                + " FROM information_schema.statistics WHERE table_schema" + OURS
                + " GROUP BY table_schema, table_name, index_name";
        each(query, row -> {
            String type = text(row, 5).toLowerCase(Locale.ROOT);
            String parts = type.equals("spatial") ? text(row, 7).replaceAll("\\(\\d+\\)", "") : text(row, 7);
            facts.add(new Fact(
                    "index",
                    text(row, 1) + "." + text(row, 2),
                    String.join(
                            " | ",
                            text(row, 3),
                            text(row, 4).equals("0") ? "unique" : "plain",
                            type.equals("hash") ? "btree" : type,
                            text(row, 6).equals("1") ? "visible" : "invisible",
                            parts)));
        });
    }

    private void constraints(Set<Fact> facts) throws SQLException {
        String keys =
                "SELECT c.table_schema, c.table_name, c.constraint_name, c.constraint_type, GROUP_CONCAT(k.column_name"
                        + " ORDER BY k.ordinal_position), GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position),"
                        + " MAX(k.referenced_table_schema), MAX(k.referenced_table_name)"
                        + " FROM information_schema.table_constraints c JOIN information_schema.key_column_usage k"
                        + " USING (constraint_schema, constraint_name, table_schema, table_name)"
                        + " WHERE c.constraint_type <> 'CHECK' AND c.table_schema" + OURS
                        + " GROUP BY c.table_schema, c.table_name, c.constraint_name, c.constraint_type";
        each(keys, row -> {
            String detail = text(row, 3) + " " + text(row, 4).replace(' ', '_') + " (" + text(row, 5) + ")";
            if (text(row, 4).equals("FOREIGN KEY")) {
                detail += " to " + text(row, 7) + "." + text(row, 8) + " (" + text(row, 6) + ")";
            }
            facts.add(new Fact("constraint", text(row, 1) + "." + text(row, 2), detail));
        });
        String rules = "SELECT constraint_schema, table_name, constraint_name, delete_rule, update_rule"
                + " FROM information_schema.referential_constraints WHERE constraint_schema" + OURS;
        each(
                rules,
                row -> facts.add(new Fact(
                        "constraint",
                        text(row, 1) + "." + text(row, 2),
                        text(row, 3) + " on delete " + Spellings.rule(text(row, 4)) + " on update "
                                + Spellings.rule(text(row, 5)))));
        if (server.isMariadb()) {
            String checks = "SELECT constraint_schema, table_name, constraint_name"
                    + " FROM information_schema.check_constraints WHERE constraint_schema" + OURS;
            each(
                    checks,
                    row -> facts.add(new Fact(
                            "constraint", text(row, 1) + "." + text(row, 2), text(row, 3) + " CHECK enforced")));
        } else if (server.isMysqlFrom(8, 0, 16)) {
            String checks = "SELECT table_schema, table_name, constraint_name, enforced"
                    + " FROM information_schema.table_constraints WHERE constraint_type = 'CHECK' AND table_schema"
                    + OURS;
            each(
                    checks,
                    row -> facts.add(new Fact(
                            "constraint",
                            text(row, 1) + "." + text(row, 2),
                            text(row, 3) + " CHECK " + (text(row, 4).equals("YES") ? "enforced" : "not enforced"))));
        }
    }

    private void views(Set<Fact> facts) throws SQLException {
        String query = "SELECT v.table_schema, v.table_name, GROUP_CONCAT(c.column_name ORDER BY c.ordinal_position)"
                + " FROM information_schema.views v LEFT JOIN information_schema.columns c"
                + " ON c.table_schema = v.table_schema AND c.table_name = v.table_name"
                + " WHERE v.table_schema" + OURS + " GROUP BY v.table_schema, v.table_name";
        each(query, row -> {
            String name = text(row, 1) + "." + text(row, 2);
            facts.add(new Fact("view", name, ""));
            // A view that reads what is gone has no columns here.
            if (row.getString(3) != null) {
                facts.add(new Fact("view columns", name, text(row, 3).toLowerCase(Locale.ROOT)));
            }
        });
    }

    private void code(Set<Fact> facts) throws SQLException {
        String triggers =
                "SELECT event_object_schema, event_object_table, trigger_name, action_timing, event_manipulation"
                        + " FROM information_schema.triggers WHERE event_object_schema" + OURS;
        each(
                triggers,
                row -> facts.add(new Fact(
                        "trigger",
                        text(row, 1) + "." + text(row, 2),
                        text(row, 3) + " " + text(row, 4) + " " + text(row, 5))));
        String routines = "SELECT routine_schema, routine_name, routine_type FROM information_schema.routines"
                + " WHERE routine_schema" + OURS;
        each(routines, row -> facts.add(new Fact("routine", text(row, 1) + "." + text(row, 2), text(row, 3))));
    }

    private void partitions(Set<Fact> facts) throws SQLException {
        String query = "SELECT table_schema, table_name, MAX(partition_method),"
                + " GROUP_CONCAT(DISTINCT partition_name ORDER BY partition_ordinal_position)"
                + " FROM information_schema.partitions WHERE partition_name IS NOT NULL AND table_schema" + OURS
                + " GROUP BY table_schema, table_name";
        each(query, row -> {
            String strategy = Arrays.stream(
                            text(row, 3).toLowerCase(Locale.ROOT).split(" ", -1))
                    .filter(word -> !word.equals("linear") && !word.equals("columns"))
                    .collect(Collectors.joining(" "));
            facts.add(new Fact("partitions", text(row, 1) + "." + text(row, 2), strategy + " " + text(row, 4)));
        });
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
