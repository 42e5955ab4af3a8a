package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** ADD FOREIGN KEY: with its check every row is copied, without it nothing is looked at. */
final class ForeignKeyAddition {
    private final Alteration alteration;
    private final Scene scene;
    private final Acts acts;
    private final TableConstraint constraint;
    private final Span place;

    ForeignKeyAddition(Alteration alteration, TableConstraint constraint, Span place) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.acts = alteration.acts();
        this.constraint = constraint;
        this.place = place;
    }

    void add() {
        constraint.columns().forEach(column -> alteration.column(column, Errors.NO_KEY_COLUMN));
        constraint.references().ifPresent(this::parent);
        boolean checked = scene.settings().checksForeignKeys();
        Clause clause = Clause.of(operation(checked), "ADD FOREIGN KEY", place).because(name() + " is verified");
        alteration.ask(hasIndex() ? clause : clause.building(scene.index(indexName(), true)));
        if (checked) {
            acts.risk(alteration.key(), Errors.ORPHANS, "if a row has no counterpart in " + parentName());
        }
    }

    private Operation operation(boolean checked) {
        if (checked) {
            return Operation.ADD_FOREIGN_KEY;
        }
        return hasIndex() ? Operation.ADD_FOREIGN_KEY_UNCHECKED : Operation.ADD_FOREIGN_KEY_UNCHECKED_WITH_INDEX;
    }

    private String name() {
        return constraint
                .name()
                .map(name -> "the foreign key " + name)
                .orElseGet(() -> "the foreign key to " + parentName());
    }

    private String parentName() {
        return constraint.references().map(target -> target.table().name()).orElse("its parent");
    }

    private String indexName() {
        return constraint
                .name()
                .or(() -> constraint.columns().stream().findFirst())
                .map(Identifier::value)
                .orElse("");
    }

    /** Where no index begins with the columns, the server makes one. */
    private boolean hasIndex() {
        List<ObjectId> columns = ids(alteration.table(), constraint.columns());
        boolean added = StatementKeys.indexOn(
                alteration.statement(),
                constraint.columns().stream().findFirst().map(Identifier::value).orElse(""));
        return added || scene.indexes(alteration.table()).stream().anyMatch(index -> begins(index, columns));
    }

    private void parent(ForeignKeyTarget target) {
        Optional<Table> parent = scene.schema().table(target.table());
        boolean itself = parent.filter(
                        table -> table.id().equals(alteration.table().id()))
                .isPresent();
        if (!itself) {
            new ForeignKeys(scene, acts).lockParent(target.table());
        }
        if (parent.isEmpty()) {
            missing(target);
        } else if (scene.certain(parent.get()) && alteration.certain()) {
            types(parent.get(), target);
            key(parent.get(), target);
        }
    }

    private void missing(ForeignKeyTarget target) {
        if (scene.surelyAbsent(target.table()) && scene.settings().checksForeignKeys()) {
            acts.missing(ForeignKeys.missingParent(scene), Subject.of(ObjectKind.TABLE, target.table()));
        } else {
            acts.uncertain();
        }
    }

    /** Both sides must store values alike. */
    private void types(Table parent, ForeignKeyTarget target) {
        for (int i = 0;
                i < Math.min(constraint.columns().size(), target.columns().size());
                i++) {
            Optional<Column> child =
                    alteration.table().column(constraint.columns().get(i).value());
            Optional<Column> other = parent.column(target.columns().get(i).value());
            if (other.isEmpty()) {
                acts.missing(
                        number("1215", "3734", "1005"),
                        scene,
                        parent,
                        ObjectKind.COLUMN,
                        target.columns().get(i));
            } else if (child.isPresent() && differ(child.get(), other.get())) {
                acts.fail(
                        number("1215", Errors.TYPES_OF_FOREIGN_KEY, "1005"),
                        "Column " + child.get().name() + " and column "
                                + other.get().name() + " of " + parent.name().name() + " have different types.",
                        List.of(other.get().id()));
            }
        }
    }

    private static boolean differ(Column one, Column other) {
        Optional<StoredType> a = one.type().map(StoredType::of);
        Optional<StoredType> b = other.type().map(StoredType::of);
        return a.isPresent()
                && b.isPresent()
                && !(a.get().isText() && b.get().isText())
                && (!a.get().name().equals(b.get().name())
                        || a.get().unsigned() != b.get().unsigned());
    }

    /** The parent needs an index on its columns; MySQL 8.4 wants that one to be unique. */
    private void key(Table parent, ForeignKeyTarget target) {
        List<ObjectId> columns = ids(parent, target.columns());
        if (target.columns().isEmpty() || columns.size() != target.columns().size()) {
            return;
        }
        List<Index> indexes = scene.indexes(parent).stream()
                .filter(index -> begins(index, columns))
                .toList();
        boolean unique = indexes.stream()
                .anyMatch(index -> index.unique() && index.parts().size() == columns.size());
        if (indexes.isEmpty()) {
            acts.fail(
                    number("1215", "1822", "1005"),
                    "No index of " + parent.name().name() + " begins with the columns that the foreign key names.",
                    List.of(parent.id()));
        } else if (!unique
                && scene.server().isMysqlFrom(8, 4, 0)
                && !scene.settings().allowsNonUniqueParents()) {
            acts.fail(
                    "6125",
                    "The foreign key names columns of " + parent.name().name() + " that are no unique key.",
                    List.of(parent.id()));
        }
    }

    private static boolean begins(Index index, List<ObjectId> columns) {
        List<ObjectId> parts = index.parts().stream()
                .map(IndexPart::column)
                .flatMap(Optional::stream)
                .toList();
        return !columns.isEmpty()
                && parts.size() >= columns.size()
                && parts.subList(0, columns.size()).containsAll(columns);
    }

    private static List<ObjectId> ids(Table table, List<Identifier> columns) {
        return columns.stream()
                .flatMap(name -> table.column(name.value()).stream())
                .map(Column::id)
                .toList();
    }

    private String number(String mysql57, String mysql8, String mariadb) {
        if (scene.isMariadb()) {
            return mariadb;
        }
        return scene.server().isMysqlFrom(8, 0, 0) ? mysql8 : mysql57;
    }
}
