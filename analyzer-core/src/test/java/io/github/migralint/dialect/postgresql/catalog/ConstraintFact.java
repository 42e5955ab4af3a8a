package io.github.migralint.dialect.postgresql.catalog;

import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a constraint, in the spelling of {@code catalog.sql}. */
final class ConstraintFact {
    private final Constraint constraint;
    private final Function<ObjectId, String> relation;
    private final BiFunction<ObjectId, List<ObjectId>, String> columns;

    private ConstraintFact(
            Constraint constraint,
            Function<ObjectId, String> relation,
            BiFunction<ObjectId, List<ObjectId>, String> columns) {
        this.constraint = constraint;
        this.relation = relation;
        this.columns = columns;
    }

    /**
     * The words.
     *
     * @param relation the name of a relation
     * @param columns the names of columns of a relation
     */
    static String of(
            Constraint constraint,
            Table table,
            Function<ObjectId, String> relation,
            BiFunction<ObjectId, List<ObjectId>, String> columns) {
        return new ConstraintFact(constraint, relation, columns).of(table);
    }

    private String of(Table table) {
        String own = columns.apply(table.id(), constraint.columns());
        boolean mayStop = constraint.kind() == Constraint.Kind.CHECK || constraint.kind() == Constraint.Kind.NOT_NULL;
        return constraint.name() + " " + constraint.kind()
                + switch (constraint.kind()) {
                    case EXCLUDE -> "";
                    case CHECK ->
                        " of " + Stream.of(own.split(",", -1)).sorted().collect(Collectors.joining(","));
                    default -> " (" + own + ")";
                }
                + constraint.foreignKey().map(this::target).orElse("")
                + (constraint.deferrable() ? " deferrable" : "")
                + (constraint.noInherit() && mayStop ? " no inherit" : "")
                + (constraint.validated() ? "" : " not valid")
                + (constraint.enforced() ? "" : " not enforced");
    }

    private String target(ForeignKey key) {
        String target = key.table()
                .map(table -> " to " + relation.apply(table) + "(" + columns.apply(table, key.columns()) + ")")
                .orElse("");
        return target + action(" delete ", key.onDelete()) + action(" update ", key.onUpdate());
    }

    private static String action(String event, String action) {
        return action.isEmpty() || action.equals("NO ACTION") ? "" : event + action;
    }
}
