package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A schema while one statement changes it.
 *
 * @param schema the schema
 * @param origin the statement
 */
record Change(SchemaBuilder schema, Origin origin) {
    /** The schema as it is now. */
    Schema now() {
        return schema.now();
    }

    Optional<Relation> relation(QualifiedName name) {
        return now().relation(name).found();
    }

    Optional<Table> table(QualifiedName name) {
        return now().table(name);
    }

    /** The table as it is now; it must exist. */
    Table table(ObjectId id) {
        return now().table(id).orElseThrow();
    }

    /** Changes a table in place. */
    void edit(ObjectId table, Consumer<TableDraft> edit) {
        now().table(table).ifPresent(found -> {
            var draft = TableDraft.of(found);
            edit.accept(draft);
            schema.put(draft.build());
        });
    }

    /** Identities of the named columns; unknown names are left out. */
    static List<ObjectId> columnIds(Table table, List<Identifier> names) {
        return names.stream()
                .flatMap(name -> table.column(name.value()).stream())
                .map(Column::id)
                .toList();
    }

    /** Names of the columns of these identities. */
    static List<String> columnNames(Table table, List<ObjectId> columns) {
        return columns.stream()
                .flatMap(id -> table.column(id).stream())
                .map(Column::name)
                .toList();
    }

    /** A table and all that inherit from it, directly or not, parents first. */
    List<Table> family(ObjectId table) {
        var family = new ArrayList<Table>();
        now().table(table).ifPresent(found -> collectFamily(found, family));
        return family;
    }

    private void collectFamily(Table table, List<Table> family) {
        if (family.stream().noneMatch(member -> member.id().equals(table.id()))) {
            family.add(table);
            now().childrenOf(table.id()).forEach(child -> collectFamily(child, family));
        }
    }

    /** A name as a statement would write it. */
    static QualifiedName written(ObjectName name, Span span) {
        return new QualifiedName(
                List.of(new Identifier(name.schema(), false, span), new Identifier(name.name(), false, span)), span);
    }
}
