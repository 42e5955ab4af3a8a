package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.dialect.mysql.Literals;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** How a session keeps its variables: each under its folded name with its mark, as a literal. */
public final class SessionNames {
    private static final String EITHER = " is one of";

    private SessionNames() {}

    /** The name under which a variable is kept that is written so: {@code @x}, {@code @'x'}. */
    public static String variable(String written) {
        String name = written.startsWith("@") ? written.substring(1) : written;
        return "@" + Literals.text(name).toLowerCase(Locale.ROOT);
    }

    /** A value as it is kept; an empty text for one that is not known. */
    public static String write(Value value) {
        return switch (value) {
            case Value.Null ignored -> "NULL";
            case Value.Text(String text) -> "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
            case Value.Number(BigDecimal number) -> number.toPlainString();
            case Value.Truth(boolean holds) -> holds ? "1" : "0";
            default -> "";
        };
    }

    /** The name under which a prepared statement is kept. */
    public static String statement(String name) {
        return "prepared " + name.toLowerCase(Locale.ROOT);
    }

    /** Keeps a value, and where it is not known the texts of which it is one. */
    public static void keep(SchemaBuilder schema, String name, Value value, Set<String> texts) {
        schema.keepInSession(name, write(value));
        if (value instanceof Value.Unknown && !texts.isEmpty()) {
            schema.keepInSession(name + EITHER, String.join("\0", new TreeSet<>(texts)));
        } else {
            schema.dropFromSession(name + EITHER);
        }
    }

    /** The texts of which a value is one that is not known; none where they are not known either. */
    public static List<String> texts(Schema schema, String name) {
        return schema.sessionValue(name + EITHER)
                .filter(texts -> !texts.isEmpty())
                .map(texts -> List.of(texts.split("\0", -1)))
                .orElse(List.of());
    }

    /** The value that is kept so. */
    public static Value read(String kept) {
        if (kept.isEmpty()) {
            return Value.UNKNOWN;
        }
        if (kept.equals("NULL")) {
            return Value.NULL;
        }
        return kept.startsWith("'") ? new Value.Text(Literals.text(kept)) : new Value.Number(new BigDecimal(kept));
    }
}
