package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** DROP INDEX, and DROP PRIMARY KEY. */
final class IndexRemoval {
    private final Alteration alteration;
    private final Scene scene;
    private final Acts acts;

    IndexRemoval(Alteration alteration) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.acts = alteration.acts();
    }

    void drop(Identifier name, boolean ifExists, Span place) {
        if (name.value().equalsIgnoreCase("PRIMARY")) {
            dropPrimary(place);
            return;
        }
        Optional<Index> index = scene.index(alteration.table(), name.value());
        if (index.isEmpty()) {
            missing(name, ifExists, place);
            return;
        }
        refuseCounted(index.get());
        refuseNeeded(index.get());
        alteration.ask(Clause.of(operation(index.get()), "DROP INDEX", place));
    }

    private void missing(Identifier name, boolean ifExists, Span place) {
        if (!ifExists) {
            acts.missing(Errors.NOTHING_TO_DROP, scene, alteration.table(), ObjectKind.INDEX, name);
        }
        if (!(ifExists && alteration.certain())) {
            alteration.ask(Clause.of(Operation.DROP_INDEX, "DROP INDEX", place));
        }
    }

    private Operation operation(Index index) {
        return added().filter(key ->
                                key.shownName().equalsIgnoreCase(index.name().name()))
                        .anyMatch(key -> key.isLike(index, alteration.table()))
                ? Operation.RECREATE_INDEX
                : Operation.DROP_INDEX;
    }

    private Stream<KeyDefinition> added() {
        return alteration.statement().actions().stream().flatMap(action -> switch (action) {
            case MysqlAction.AddIndex add -> Stream.of(KeyDefinition.of(add));
            case AlterAction.AddConstraint add
            when ConstraintAddition.isKey(add.constraint()) ->
                Stream.of(KeyDefinition.of(add.constraint(), add.ifNotExists(), add.span()));
            default -> Stream.empty();
        });
    }

    void dropPrimary(Span place) {
        if (alteration.table().primaryKey().isEmpty()) {
            if (alteration.certain()) {
                acts.fail(Errors.NOTHING_TO_DROP, "Table " + alteration.name() + " has no primary key.");
            } else {
                acts.uncertain();
            }
        }
        scene.index(alteration.table(), "PRIMARY").ifPresent(index -> {
            refuseCounted(index);
            refuseNeeded(index);
        });
        alteration.ask(Clause.of(Operation.DROP_PRIMARY_KEY, "DROP PRIMARY KEY", place)
                .because("rows are stored in the order of their primary key"));
    }

    /** A foreign key needs an index on each side that begins with its columns. */
    private void refuseNeeded(Index index) {
        if (scene.isMariadb() && !scene.settings().checksForeignKeys()) {
            return;
        }
        boolean primary = index.name().name().equalsIgnoreCase("PRIMARY");
        Stream<Constraint> own = Scene.foreignKeys(alteration.table()).stream()
                .filter(key -> !alteration.drops(key) && isNeeded(index, key.columns()));
        Stream<Constraint> onto = scene.foreignKeysOnto(alteration.table()).stream()
                .filter(key -> !alteration.drops(key) && !(primary && scene.isMariadb()))
                .filter(key -> isNeeded(
                        index, key.foreignKey().map(ForeignKey::columns).orElse(List.of())));
        Stream.concat(own, onto)
                .findFirst()
                .ifPresent(key -> acts.fail(
                        primary && !scene.server().isMysqlFrom(8, 0, 0) ? "1025" : Errors.INDEX_OF_FOREIGN_KEY,
                        "The foreign key " + key.name() + " needs index "
                                + index.name().name() + ".",
                        List.of(key.id())));
    }

    private boolean isNeeded(Index index, List<ObjectId> columns) {
        return begins(index, columns)
                && scene.indexes(alteration.table()).stream()
                        .filter(other -> !other.id().equals(index.id()) && !alteration.drops(other))
                        .noneMatch(other -> begins(other, columns))
                && added().noneMatch(key -> begins(key, columns));
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

    private boolean begins(KeyDefinition key, List<ObjectId> columns) {
        List<ObjectId> parts = key.elements().stream()
                .flatMap(element -> element.column().stream())
                .flatMap(name -> alteration.table().column(name.value()).stream())
                .map(Column::id)
                .toList();
        return parts.size() >= columns.size()
                && parts.subList(0, columns.size()).containsAll(columns);
    }

    /** AUTO_INCREMENT needs an index that begins with its column. */
    private void refuseCounted(Index index) {
        Optional<Column> counted = alteration.table().columns().stream()
                .filter(column -> column.identity().isPresent())
                .findFirst();
        boolean stops = counted.isPresent() && redefined(counted.get());
        if (counted.isPresent()
                && !alteration.drops(counted.get())
                && !stops
                && isNeeded(index, List.of(counted.get().id()))) {
            acts.fail(
                    Errors.AUTO_INCREMENT_WITHOUT_KEY,
                    "Column " + counted.get().name() + " has AUTO_INCREMENT, and needs a key.");
        }
    }

    private boolean redefined(Column counted) {
        return alteration.statement().actions().stream()
                .anyMatch(action -> action instanceof MysqlAction.ModifyColumn modify
                        && modify.column().value().equalsIgnoreCase(counted.name())
                        && !new Definition(modify.definition()).isAutoIncrement());
    }
}
