package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.SchemaBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The names that PostgreSQL makes up: {@code t_c_idx}, {@code t_pkey1}, shortened to 63 bytes. */
final class GeneratedNames {
    private static final int LONGEST = 63;
    private final SchemaBuilder schema;

    GeneratedNames(SchemaBuilder schema) {
        this.schema = schema;
    }

    /** The name of an index that stands alone. */
    String index(ObjectName table, List<String> columns) {
        return choose(table.name(), addition(columns), "idx", name -> relationTaken(table.schema(), name));
    }

    /** The name of a constraint with an index: {@code key}, {@code excl} or, without columns, {@code pkey}. */
    String indexConstraint(ObjectName table, List<String> columns, String label) {
        return choose(
                table.name(),
                addition(columns),
                label,
                name -> relationTaken(table.schema(), name) || constraintTaken(table.schema(), name));
    }

    /** The name of a constraint without an index: {@code fkey}, {@code check}, {@code not_null}. */
    String constraint(ObjectName table, List<String> columns, String label, Set<String> taken) {
        return choose(
                table.name(),
                addition(columns),
                label,
                name -> taken.contains(name) || constraintTaken(table.schema(), name));
    }

    /** The name of the sequence of a serial or identity column. */
    String sequence(ObjectName table, String column) {
        return choose(table.name(), column, "seq", name -> relationTaken(table.schema(), name));
    }

    private boolean relationTaken(String schemaName, String name) {
        return schema.relationNamed(new ObjectName(schemaName, name)).isPresent();
    }

    private boolean constraintTaken(String schemaName, String name) {
        return schema.hasConstraintNamed(new ObjectName(schemaName, name));
    }

    private static String choose(String first, String second, String label, Predicate<String> taken) {
        String name = join(first, second, label);
        for (int number = 1; taken.test(name); number++) {
            name = join(first, second, label + number);
        }
        return name;
    }

    private static String addition(List<String> columns) {
        var text = new StringBuilder();
        for (String column : columns) {
            text.append(text.isEmpty() ? "" : "_").append(column);
            if (bytes(text.toString()) > LONGEST) {
                break;
            }
        }
        return text.toString();
    }

    /** Joins the parts, taking bytes from the longer of the first two until all fits. */
    static String join(String first, String second, String label) {
        int room = LONGEST - (second.isEmpty() ? 0 : 1) - 1 - bytes(label);
        int firstBytes = bytes(first);
        int secondBytes = bytes(second);
        while (firstBytes + secondBytes > room) {
            if (firstBytes > secondBytes) {
                firstBytes--;
            } else {
                secondBytes--;
            }
        }
        String head = clip(first, firstBytes);
        return second.isEmpty() ? head + "_" + label : head + "_" + clip(second, secondBytes) + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The longest beginning of whole characters that fits. */
    static String clip(String text, int bytes) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    /** Column names of an index made distinct, as the server does before it joins them. */
    static List<String> distinct(Collection<String> names) {
        var distinct = new ArrayList<String>();
        for (String name : names) {
            String candidate = name;
            for (int number = 1; distinct.contains(candidate); number++) {
                String suffix = Integer.toString(number);
                candidate = clip(name, LONGEST - suffix.length()) + suffix;
            }
            distinct.add(candidate);
        }
        return distinct;
    }
}
