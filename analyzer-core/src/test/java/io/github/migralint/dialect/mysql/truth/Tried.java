package io.github.migralint.dialect.mysql.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement of {@code statements.sql}.
 *
 * @param schema the name of the schema it runs on
 * @param preparation the text that makes the schema
 * @param sql the statement
 */
record Tried(String schema, String preparation, String sql) {
    private static final Pattern SCHEMA = Pattern.compile("(?m)^-- schema: ");
    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*(?:\\n|$)");

    static List<Tried> all() {
        List<Tried> all = new ArrayList<>();
        List<String> blocks = List.of(SCHEMA.split(Resource.text("statements.sql"), -1));
        for (String block : blocks.subList(1, blocks.size())) {
            String name = block.substring(0, block.indexOf('\n'));
            int tried = block.indexOf("-- tried:\n");
            String preparation = block.substring(name.length() + 1, tried);
            block.substring(tried).lines().skip(1).forEach(sql -> all.add(new Tried(name, preparation, sql)));
        }
        return all;
    }

    /** The statements that make the schema. */
    List<String> preparations() {
        return Arrays.stream(END_OF_STATEMENT.split(preparation, -1))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    /** What it is called in a table of answers. */
    String key() {
        return schema + "\t" + sql;
    }
}
