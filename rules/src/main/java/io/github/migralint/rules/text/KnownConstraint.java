package io.github.migralint.rules.text;

import io.github.migralint.ast.Expression;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words and SQL for a constraint that the history knows. */
public final class KnownConstraint {
    private KnownConstraint() {}

    /** {@code the CHECK orders_total_check}. */
    public static String words(Constraint constraint) {
        return "the " + kind(constraint.kind()) + " " + constraint.name();
    }

    /** What a constraint is, as SQL says it. */
    public static String kind(Constraint.Kind kind) {
        return switch (kind) {
            case CHECK -> "CHECK";
            case NOT_NULL -> "NOT NULL";
            case UNIQUE -> "UNIQUE constraint";
            case PRIMARY_KEY -> "primary key";
            case EXCLUDE -> "EXCLUDE constraint";
            case FOREIGN_KEY -> "foreign key";
        };
    }

    /** The columns by name, joined by commas; those that are gone left out. */
    public static String columns(Table table, Collection<ObjectId> columns) {
        return columns.stream()
                .flatMap(id -> table.column(id).stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }

    /** The same as SQL wants them. */
    public static String quoted(Step step, Table table, Collection<ObjectId> columns) {
        return columns.stream()
                .flatMap(id -> table.column(id).stream())
                .map(column -> step.quote(column.name()))
                .collect(Collectors.joining(", "));
    }

    /** The name of the table that a foreign key points at. */
    public static String parent(Schema schema, Constraint key) {
        return key.foreignKey()
                .map(target -> target.table()
                        .flatMap(schema::object)
                        .map(SchemaObject::name)
                        .map(ObjectName::name)
                        .orElse(target.tableName().name()))
                .orElse("");
    }

    /** What brings a CHECK or foreign key back: {@code FOREIGN KEY (a) REFERENCES b}; none for what an index holds up. */
    public static Optional<String> definition(Step step, Table table, Constraint constraint) {
        return switch (constraint.kind()) {
            case CHECK ->
                constraint.expression().map(Expression::normalized).map(condition -> "CHECK (" + condition + ")");
            case FOREIGN_KEY ->
                constraint
                        .foreignKey()
                        .map(target -> "FOREIGN KEY (" + quoted(step, table, constraint.columns()) + ") REFERENCES "
                                + Sql.name(step, target.tableName()));
            case NOT_NULL, UNIQUE, PRIMARY_KEY, EXCLUDE -> Optional.empty();
        };
    }
}
