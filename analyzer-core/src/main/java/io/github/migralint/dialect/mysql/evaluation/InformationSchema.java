package io.github.migralint.dialect.mysql.evaluation;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.mysql.replay.MysqlReplay;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The tables of the information schema, each made when it is first asked for. */
final class InformationSchema {
    private static final String PREFIX = "information_schema.";
    private static final Span NOWHERE = new Span(0, 0);

    private final Schema schema;
    private final Map<String, Supplier<Rows>> tables = new HashMap<>();
    private final Map<String, Rows> made = new HashMap<>();

    InformationSchema(Schema schema) {
        this.schema = schema;
        var relations = new RelationRows(this);
        tables.put("tables", relations::tables);
        tables.put("views", relations::views);
        tables.put("columns", relations::columns);
        tables.put("statistics", relations::statistics);
        tables.put("triggers", relations::triggers);
        tables.put("routines", relations::routines);
        tables.put("schemata", relations::schemata);
        var constraints = new ConstraintRows(this);
        tables.put("table_constraints", constraints::constraints);
        tables.put("key_column_usage", constraints::keyColumns);
        tables.put("referential_constraints", constraints::references);
        tables.put("check_constraints", constraints::checks);
    }

    /** The rows of a table by its folded name with that of its database; none of those that are not modelled. */
    Optional<Rows> rows(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String table = name.substring(PREFIX.length());
        return Optional.ofNullable(tables.get(table)).map(maker -> {
            Rows known = made.get(table);
            Rows rows = known == null ? maker.get() : known;
            made.put(table, rows);
            return rows;
        });
    }

    Schema schema() {
        return schema;
    }

    /** The name of a database; that of the one which migrations run in is not theirs to say. */
    static Datum database(String name) {
        return name.equals(MysqlReplay.DATABASE)
                ? new Datum(new Value.Text(name), text -> true, Set.of(), Datum.Names.OF_STAND_IN)
                : Datum.name(name);
    }

    /** The tables that the server lists. */
    List<Table> tables() {
        return schema.relations().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.persistence() != Persistence.TEMPORARY)
                .toList();
    }

    List<View> views() {
        return schema.relations().stream()
                .filter(View.class::isInstance)
                .map(View.class::cast)
                .toList();
    }

    /** Whether nothing unknown may have changed it. */
    boolean isCertain(Relation relation) {
        return !schema.uncertain(relation.name());
    }

    /** Calls with what is known of the name of a table that no statement shows, where there may be one. */
    void unknownTables(Consumer<Datum> table) {
        if (!schema.complete()) {
            table.accept(Datum.among(this::mayBeUnknown));
        }
    }

    private boolean mayBeUnknown(String table) {
        return lookup(table) instanceof Lookup.Unknown<Relation>;
    }

    private Lookup<Relation> lookup(String table) {
        return schema.relation(QualifiedName.of(new Identifier(table, true, NOWHERE)));
    }
}
