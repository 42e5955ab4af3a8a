package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How catalogs write the objects of a schema, and which of them are certain. */
final class Objects {
    /** The schema that stands for the temporary one, whose real name has a number that nobody knows. */
    private static final String TEMPORARY = "pg_temp";

    private final Facts facts;

    Objects(Facts facts) {
        this.facts = facts;
    }

    Facts facts() {
        return facts;
    }

    /** Whether an object is surely there, and as the history shows it. */
    boolean certain(SchemaObject object) {
        return !facts.uncertain(object.name().name()) && !isAssumed(object);
    }

    /** Whether the history only speaks of it: then it need not be a table, and IF EXISTS may have been in vain. */
    static boolean isAssumed(SchemaObject object) {
        return object instanceof Table table
                && !table.complete()
                && table.origin().equals(Origin.BEFORE_HISTORY);
    }

    /** Whether an object is surely there, and all its parts are known. */
    boolean whole(Relation relation) {
        boolean known = switch (relation) {
            case Table table -> table.complete();
            case View view -> !view.columns().isEmpty();
            default -> true;
        };
        return known && certain(relation);
    }

    static Datum schemaName(SchemaObject object) {
        return schemaName(object.name().schema());
    }

    static Datum schemaName(String schema) {
        return schema.equals(TEMPORARY)
                ? new Datum(Value.UNKNOWN, "name", Possibility.namesWith("pg_temp_", name -> true))
                : Datum.name(schema);
    }

    static Datum namespace(SchemaObject object) {
        return Datum.of(new Value.Reference("pg_namespace", object.name().schema(), false), "oid");
    }

    static Datum name(SchemaObject object) {
        return Datum.name(object.name().name());
    }

    static Datum reference(String catalog, ObjectId id) {
        return Datum.of(References.to(catalog, id, false), "oid");
    }

    static Datum reference(String catalog, Optional<ObjectId> id) {
        return id.map(known -> reference(catalog, known)).orElse(Datum.unknown("oid"));
    }

    /** The oid of nothing. */
    static Datum none() {
        return Datum.integer(0).as("oid");
    }

    static Datum letter(String letter) {
        return Datum.of(new Value.Text(letter), "char");
    }

    static Datum word(String word) {
        return Datum.of(new Value.Text(word), "varchar");
    }

    static Datum yes(boolean holds) {
        return word(holds ? "YES" : "NO");
    }

    /** A value that is there but not known. */
    static Datum present(String type) {
        return new Datum(Value.UNKNOWN, type, Possibility.PRESENT);
    }

    /** The numbers of columns. */
    static Datum places(Relation relation, List<ObjectId> columns) {
        var places = new ArrayList<Value>();
        for (ObjectId column : columns) {
            places.add(place(relation, column).value());
        }
        return Datum.array(places, "int2");
    }

    /** The number of a column. */
    static Datum place(Relation relation, ObjectId column) {
        List<Column> columns = columns(relation);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(column)) {
                return Datum.of(Places.of(relation.id(), i), "int2");
            }
        }
        return Datum.unknown("int2");
    }

    /** The columns of a table or view. */
    static List<Column> columns(Relation relation) {
        return switch (relation) {
            case Table table -> table.columns();
            case View view -> view.columns();
            default -> List.of();
        };
    }

    static String letterOf(Constraint constraint) {
        return switch (constraint.kind()) {
            case CHECK -> "c";
            case NOT_NULL -> "n";
            case UNIQUE -> "u";
            case PRIMARY_KEY -> "p";
            case EXCLUDE -> "x";
            case FOREIGN_KEY -> "f";
        };
    }

    /** The name of a column of that identity. */
    Datum columnName(ObjectId column) {
        return facts.schema()
                .tableOfColumn(column)
                .flatMap(table -> table.column(column))
                .map(found -> Datum.name(found.name()))
                .orElse(Datum.unknown("name"));
    }

    Optional<Relation> relation(ObjectId id) {
        return facts.schema().object(id).filter(Relation.class::isInstance).map(Relation.class::cast);
    }
}
