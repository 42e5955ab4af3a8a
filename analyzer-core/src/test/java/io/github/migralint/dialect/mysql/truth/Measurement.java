package io.github.migralint.dialect.mysql.truth;

import io.github.migralint.dialect.mysql.live.LiveServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The best way in which a live server carries out a form, found by demanding one after the other. */
final class Measurement {
    private static final String DATABASE = "forms";

    /** Errors that refuse the demanded way; another may do. */
    private static final Set<Integer> WAY_REFUSED = Set.of(1845, 1846);

    private static final int SYNTAX = 1064;

    private final LiveServer live;
    private final Connection connection;

    Measurement(LiveServer live) throws SQLException {
        this.live = live;
        live.createDatabase(DATABASE);
        this.connection = live.connect(DATABASE);
    }

    /** The code of a form; empty when its table cannot be made here. */
    Optional<String> of(Form form) throws SQLException {
        if (!prepare(form)) {
            return Optional.empty();
        }
        if (form.code("my8031").orElse("").equals("A")) {
            return Optional.of(provesNothing(form));
        }
        for (String algorithm : algorithms()) {
            Optional<String> code = best(form, algorithm);
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.of(withoutDemands(form));
    }

    private List<String> algorithms() {
        return live.server().isMariadb()
                ? List.of("INSTANT", "NOCOPY", "INPLACE", "COPY")
                : List.of("INSTANT", "INPLACE", "COPY");
    }

    private Optional<String> best(Form form, String algorithm) throws SQLException {
        if (algorithm.equals("INSTANT") && live.server().isMysql()) {
            Outcome instant = run(form.statement("ALGORITHM=INSTANT"));
            if (!instant.ran()) {
                return Optional.empty();
            }
            prepare(form);
            boolean exclusive = !run(form.statement("ALGORITHM=INPLACE, LOCK=SHARED"))
                            .ran()
                    && run(form.statement("ALGORITHM=INPLACE, LOCK=EXCLUSIVE")).ran();
            return Optional.of(exclusive ? "IX" : "I");
        }
        for (String lock : List.of("NONE", "SHARED", "EXCLUSIVE")) {
            Outcome outcome = run(form.statement("ALGORITHM=" + algorithm + ", LOCK=" + lock));
            if (outcome.ran() && (!outcome.copied() || algorithm.equals("COPY"))) {
                return Optional.of(code(algorithm, lock, outcome));
            }
            if (outcome.ran()) {
                prepare(form);
                return Optional.empty();
            }
            if (!WAY_REFUSED.contains(outcome.error()) && outcome.error() != SYNTAX) {
                return Optional.of("E" + outcome.error());
            }
        }
        return Optional.empty();
    }

    private static String code(String algorithm, String lock, Outcome outcome) {
        if (algorithm.equals("COPY")) {
            return lock.equals("NONE") ? "CN" : "C";
        }
        String first = Map.of("INSTANT", "I", "NOCOPY", "N", "INPLACE", "P").get(algorithm);
        return first
                + outcome.rebuilt()
                + Map.of("NONE", "", "SHARED", "S", "EXCLUSIVE", "X").get(lock);
    }

    private String withoutDemands(Form form) throws SQLException {
        Outcome outcome = run(form.statement());
        if (outcome.ran()) {
            return "D";
        }
        return outcome.error() == SYNTAX ? "-" : "E" + outcome.error();
    }

    private String provesNothing(Form form) throws SQLException {
        if (run(form.statement("ALGORITHM=INPLACE")).ran()) {
            return "A";
        }
        return withoutDemands(form);
    }

    /** Makes the table anew. */
    private boolean prepare(Form form) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0");
            statement.execute("DROP TABLE IF EXISTS child, x, t, t_new, p");
            statement.execute("SET SESSION foreign_key_checks = 1");
        }
        for (String sql : form.preparation()) {
            if (LiveServer.refusal(connection, sql).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What came of an attempt.
     *
     * @param error its number; 0 when it ran
     * @param copied whether rows were copied
     * @param rebuilt R when the table was written anew, r when some of its partitions were
     */
    private record Outcome(int error, boolean copied, String rebuilt) {
        boolean ran() {
            return error == 0;
        }
    }

    private Outcome run(String sql) throws SQLException {
        Map<String, String> before = storage();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean answered = statement.execute(sql);
            boolean copied = !answered && statement.getUpdateCount() > 0;
            return new Outcome(0, copied, rebuilt(before, storage()));
        } catch (SQLException e) {
            return new Outcome(e.getErrorCode(), false, "");
        }
    }

    private static String rebuilt(Map<String, String> before, Map<String, String> after) {
        long kept = before.entrySet().stream()
                .filter(table -> after.containsValue(table.getValue()))
                .count();
        if (kept == before.size()) {
            return "";
        }
        return kept == 0 ? "R" : "r";
    }

    /** The identities of what InnoDB stores for the table and its partitions. */
    private Map<String, String> storage() throws SQLException {
        Map<String, String> storage = new TreeMap<>();
        boolean old = live.server().isMariadb() || !live.server().isMysqlFrom(8, 0, 0);
        String query = "SELECT NAME, TABLE_ID FROM information_schema.INNODB_" + (old ? "SYS_" : "")
                + "TABLES WHERE NAME LIKE '" + DATABASE + "/t%'";
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                storage.put(String.valueOf(rows.getString(1)), String.valueOf(rows.getString(2)));
            }
        }
        return storage;
    }
}
