package io.github.migralint.rules.facts;

import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Whether the running release works with something while the migration runs. */
public final class Serving {
    private static final String TEMPORARY_SCHEMA = "pg_temp";

    private Serving() {}

    /**
     * Whether the relation of that name serves clients: it was there before the release under review, or the history does
     * not know it; and it is not temporary.
     */
    public static boolean clients(Step step, QualifiedName relation) {
        return relation.schema().filter(TEMPORARY_SCHEMA::equals).isEmpty()
                && step.before()
                        .relation(relation)
                        .found()
                        .map(found -> clients(step, found))
                        .orElse(true);
    }

    /** The same for the relation of an effect. */
    public static boolean clients(Step step, RelationKey relation) {
        return !relation.created() && relation.id().map(id -> clients(step, id)).orElse(true);
    }

    /** The same for a relation that the history knows. */
    public static boolean clients(Step step, ObjectId relation) {
        return step.before().object(relation).map(found -> clients(step, found)).orElse(true);
    }

    /** Whether a column serves clients, given that its table does. */
    public static boolean clients(Step step, Column column) {
        return !bornNow(step, column.origin());
    }

    /** Whether the history itself put rows into the table of that name, which is not temporary. */
    public static boolean filled(Step step, QualifiedName table) {
        return step.before()
                .table(table)
                .filter(found -> found.filled() && !temporary(found))
                .isPresent();
    }

    /** Whether this migration itself removed all rows of a table before. */
    public static boolean emptied(Step step, QualifiedName table) {
        return step.before().relation(table).found().stream()
                .flatMap(found -> step.timeline().of(found.id()).stream())
                .anyMatch(event -> event.kind() == Kind.EMPTIED
                        && event.origin().migration() == step.migration().ordinal());
    }

    /** Whether a schema serves clients: schemas leave no trace but the statements that make them, and what is in them. */
    public static boolean schema(Step step, String name) {
        boolean made = Shipment.before(step)
                .anyMatch(earlier -> earlier.statement() instanceof CreateSchema create
                        && create.name()
                                .filter(schema -> schema.value().equals(name))
                                .isPresent());
        return !made
                || Stream.of(
                                step.before().relations(),
                                step.before().routines(),
                                step.before().types())
                        .flatMap(List::stream)
                        .anyMatch(object -> object.name().schema().equals(name) && clients(step, object));
    }

    private static boolean clients(Step step, SchemaObject object) {
        return !bornNow(step, object.origin()) && !temporary(object);
    }

    /** Rows that the release itself puts into a new table make it no less new to everybody else. */
    private static boolean bornNow(Step step, Origin origin) {
        return step.release().includes(origin);
    }

    private static boolean temporary(SchemaObject object) {
        return object instanceof Table table && table.persistence() == Persistence.TEMPORARY;
    }
}
