package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A schema while one statement changes it.
 *
 * @param schema the schema
 * @param server the server that the statement is meant for
 * @param origin the statement
 */
record Change(SchemaBuilder schema, Server server, Origin origin) {
    /** The schema as it is now. */
    Schema now() {
        return schema.now();
    }

    Optional<Relation> relation(QualifiedName name) {
        return now().relation(name).found();
    }

    /** A relation that something in a database names: without a database before it, it is one of the same. */
    Optional<Relation> relationFrom(String database, QualifiedName name) {
        return now().relation(new ObjectName(name.schema().orElse(database), name.name()));
    }

    Optional<Table> table(QualifiedName name) {
        return now().table(name);
    }

    /** Changes a table in place. */
    void edit(ObjectId table, Consumer<TableDraft> edit) {
        now().table(table).ifPresent(found -> {
            var draft = TableDraft.of(found);
            edit.accept(draft);
            schema.put(draft.build());
        });
    }

    /** The index of a table, whatever the case of its name. */
    Optional<Index> index(ObjectId table, String name) {
        return now().indexesOf(table).stream()
                .filter(index -> index.name().name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Identities of the named columns; unknown names are left out. */
    static List<ObjectId> columnIds(Table table, List<Identifier> names) {
        return names.stream()
                .flatMap(name -> table.column(name.value()).stream())
                .map(Column::id)
                .toList();
    }

    /** The name of an index, or of the code of a trigger: each table has names of its own. */
    static ObjectName indexName(ObjectName table, String index) {
        return new ObjectName(table.toString(), index);
    }
}
