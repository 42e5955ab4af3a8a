package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.TableDraft;
import java.util.Optional;

/** The numbers in names that the server makes up from the name of a table: {@code orders_ibfk_2}. */
final class GeneratedNumbers {
    private GeneratedNumbers() {}

    /** The highest number behind a mark, or 0. */
    static int highest(TableDraft table, String mark) {
        return table.constraints().stream()
                .flatMapToInt(
                        constraint -> number(constraint.name(), table.name().name(), mark).stream()
                                .mapToInt(Integer::intValue))
                .max()
                .orElse(0);
    }

    /** The number in a name that was made up for a table. */
    private static Optional<Integer> number(String name, String table, String mark) {
        String prefix = table + mark;
        String rest = name.length() > prefix.length() && name.startsWith(prefix) ? name.substring(prefix.length()) : "";
        boolean number = !rest.isEmpty() && rest.length() < 10 && rest.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Integer.valueOf(rest)) : Optional.empty();
    }

    /** The name that a constraint has after its table got another: a made up one follows. */
    static Constraint following(Constraint constraint, String from, String to, String mark) {
        return number(constraint.name(), from, mark)
                .map(number -> constraint.withName(to + mark + number))
                .orElse(constraint);
    }
}
