package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** Views and foreign keys without a target hold names: what a name means changes when tables come, go and are renamed. */
final class NameBinding {
    private final Change change;

    NameBinding(Change change) {
        this.change = change;
    }

    /** A relation of that name is there from now on. */
    void appeared(ObjectName name) {
        for (Relation relation : change.now().relations()) {
            if (relation instanceof View view && mentions(view, name)) {
                change.schema().put(new Views(change).rebound(view));
            } else if (relation instanceof Table table
                    && table.constraints().stream().anyMatch(c -> waits(c, table, name))) {
                change.edit(
                        table.id(),
                        draft -> draft.constraints().replaceAll(c -> waits(c, table, name) ? bound(c, name) : c));
            }
        }
    }

    /** A relation has not the name any more that it had. */
    void vanished(Relation relation) {
        changed(relation.id());
    }

    /** A table has other columns, or columns of other names. */
    void changed(ObjectId table) {
        List<View> readers = change.now().viewsOn(table);
        readers.forEach(view -> change.schema().put(new Views(change).rebound(view)));
    }

    private static boolean mentions(View view, ObjectName name) {
        return view.query().relations().stream()
                .anyMatch(written -> means(written, view.name().schema(), name));
    }

    private static boolean means(QualifiedName written, String database, ObjectName name) {
        return written.name().equals(name.name())
                && written.schema().orElse(database).equals(name.schema());
    }

    private static boolean waits(Constraint constraint, Table table, ObjectName name) {
        return constraint
                .foreignKey()
                .filter(key -> key.table().isEmpty()
                        && means(key.tableName(), table.name().schema(), name))
                .isPresent();
    }

    private Constraint bound(Constraint constraint, ObjectName name) {
        Optional<Table> target =
                change.now().relation(name).filter(Table.class::isInstance).map(Table.class::cast);
        Optional<ForeignKey> key = target.flatMap(
                found -> constraint.foreignKey().map(k -> ForeignKeys.pointing(k, found.id(), found.columns())));
        return key.isPresent() ? constraint.withForeignKey(key) : constraint;
    }

    /** A name as a statement would write it. */
    static QualifiedName written(ObjectName name, Span span) {
        return new QualifiedName(
                List.of(new Identifier(name.schema(), false, span), new Identifier(name.name(), false, span)), span);
    }
}
