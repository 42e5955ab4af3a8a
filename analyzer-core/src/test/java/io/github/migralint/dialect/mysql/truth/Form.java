package io.github.migralint.dialect.mysql.truth;

import io.github.migralint.dialect.Version;
import io.github.migralint.dialect.mysql.Flavor;
import io.github.migralint.dialect.mysql.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One form of ALTER TABLE of {@code operations.tsv}.
 *
 * @param name its name
 * @param clause what follows ALTER TABLE t
 * @param preparation the statements that make its table
 * @param codes how each server carries it out, by the name of its column: algorithm (I instant, N nocopy, P in place, C
 *     copy), R rebuilds (r partitions only), S stops writers or X everybody, N at the end of C: does not; D clauses that
 *     demand a way are refused, A accepted without meaning, E and an error, - unknown syntax
 */
record Form(String name, String clause, List<String> preparation, Map<String, String> codes) {
    /** The servers that were measured, or between two that were, by the name of their column. */
    static final Map<String, Server> COLUMNS = columns();

    private static final String HEADING = "-- forms: ";

    static List<Form> all() {
        List<String> header = Stream.of(Resource.text("operations.tsv")
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split("\t", -1))
                .toList();
        Map<String, List<String>> preparations = preparations();
        return Resource.table("operations.tsv").stream()
                .map(row -> of(row, header, preparations))
                .toList();
    }

    private static Form of(List<String> row, List<String> header, Map<String, List<String>> preparations) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 3; i < header.size(); i++) {
            codes.put(header.get(i), row.get(i));
        }
        List<String> preparation = new ArrayList<>(preparations.getOrDefault("", List.of()));
        preparation.addAll(preparations.getOrDefault(row.getFirst(), List.of()));
        return new Form(row.getFirst(), row.get(2), preparation, codes);
    }

    /** The statement that tries it. */
    String statement() {
        return "ALTER TABLE t " + clause;
    }

    /** The statement that demands a way. */
    String statement(String demands) {
        boolean partitioning = clause.startsWith("PARTITION BY") || clause.equals("REMOVE PARTITIONING");
        return "ALTER TABLE t " + demands + (partitioning ? " " : ", ") + clause;
    }

    /** What a server of a column was seen to do; empty when that was not measured or the form is not for it. */
    Optional<String> code(String column) {
        return Optional.of(codes.getOrDefault(column, "")).filter(code -> !code.isEmpty());
    }

    /** The column that speaks of a server. */
    static Optional<String> column(Server server) {
        return COLUMNS.entrySet().stream()
                .filter(column -> column.getValue().flavor() == server.flavor()
                        && minor(column.getValue()).equals(minor(server))
                        && (server.isMariadb() || column.getValue().equals(server)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Version minor(Server server) {
        return new Version(server.version().major(), server.version().minor());
    }

    private static Map<String, List<String>> preparations() {
        Map<String, List<String>> preparations = new LinkedHashMap<>();
        for (String block : Resource.text("forms.sql").split("(?m)^(?=-- )", -1)) {
            String heading = block.lines().findFirst().orElse("");
            String names = heading.startsWith(HEADING) ? heading.substring(HEADING.length()) : "";
            List<String> statements = Stream.of(block.lines()
                            .skip(1)
                            .collect(Collectors.joining("\n"))
                            .split(";\\s*(?:\\n|$)", -1))
                    .filter(statement -> !statement.isBlank())
                    .toList();
            Stream.of(names.split(" ", -1)).forEach(name -> preparations.put(name, statements));
        }
        return preparations;
    }

    private static Map<String, Server> columns() {
        Map<String, Server> columns = new LinkedHashMap<>();
        columns.put("my57", new Server(Flavor.MYSQL, new Version(5, 7, 22)));
        columns.put("my8012", new Server(Flavor.MYSQL, new Version(8, 0, 12)));
        columns.put("my8015", new Server(Flavor.MYSQL, new Version(8, 0, 15)));
        columns.put("my8031", new Server(Flavor.MYSQL, new Version(8, 0, 31)));
        columns.put("my84_inferred", new Server(Flavor.MYSQL, new Version(8, 4)));
        columns.put("my97", new Server(Flavor.MYSQL, new Version(9, 7, 4)));
        columns.put("ma105", new Server(Flavor.MARIADB, new Version(10, 5, 23)));
        columns.put("ma106_inferred", new Server(Flavor.MARIADB, new Version(10, 6)));
        columns.put("ma1011", new Server(Flavor.MARIADB, new Version(10, 11, 19)));
        columns.put("ma114", new Server(Flavor.MARIADB, new Version(11, 4, 5)));
        columns.put("ma118", new Server(Flavor.MARIADB, new Version(11, 8, 9)));
        return columns;
    }
}
