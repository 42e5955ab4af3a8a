package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.MysqlStatement.RenameTables;
import io.github.migralint.ast.MysqlStatement.TableRename;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Renamed;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.Optional;

/** New names of tables and views; indexes, foreign keys and made up names follow their table, and readers do not. */
final class TableRenaming {
    private static final String FOREIGN_KEY_MARK = "_ibfk_";

    private final Change change;

    TableRenaming(Change change) {
        this.change = change;
    }

    /** The pairs from left to right, as names are swapped. */
    void rename(RenameTables statement) {
        for (TableRename pair : statement.renames()) {
            boolean unknown = change.now().relation(pair.table()) instanceof Lookup.Unknown<?>;
            Optional<? extends Relation> relation = unknown && !statement.ifExists()
                    ? new UnknownTables(change).orAssumed(pair.table())
                    : change.relation(pair.table());
            relation.ifPresent(found -> rename(found, pair.newName()));
        }
    }

    /** Renames one, unless the name is taken; without a database in the new name it goes to the current one. */
    void rename(Relation relation, QualifiedName newName) {
        ObjectName name = relation.name()
                        .schema()
                        .equals(change.schema().nameForTemporary(newName).schema())
                ? change.schema().nameForTemporary(newName)
                : change.schema().nameForNew(newName);
        if (change.now().relation(name).isPresent()) {
            return;
        }
        if (relation instanceof Table table) {
            rename(table, name);
        } else {
            change.schema().put(Renamed.to(relation, name));
        }
        change.schema().markCertain(name.name());
        new NameBinding(change).vanished(relation);
        new NameBinding(change).appeared(name);
    }

    private void rename(Table table, ObjectName name) {
        TableDraft draft = TableDraft.of(table).name(name);
        String from = table.name().name();
        draft.constraints().replaceAll(constraint -> following(constraint, from, name.name()));
        change.schema().put(draft.build());
        for (Index index : change.now().indexesOf(table.id())) {
            change.schema()
                    .put(index.withName(Change.indexName(name, index.name().name())));
        }
        new Triggers(change).follow(table.name(), name);
    }

    private Constraint following(Constraint constraint, String from, String to) {
        return switch (constraint.kind()) {
            case FOREIGN_KEY -> GeneratedNumbers.following(constraint, from, to, FOREIGN_KEY_MARK);
            case CHECK ->
                Checks.mark(change.server())
                        .map(mark -> GeneratedNumbers.following(constraint, from, to, mark))
                        .orElse(constraint);
            case NOT_NULL, UNIQUE, PRIMARY_KEY, EXCLUDE -> constraint;
        };
    }
}
