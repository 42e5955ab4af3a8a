package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.PartitionOf;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CREATE TABLE: nobody waits for the new table, but somebody may for those it refers to. */
final class CreateTableEffects {
    private final Scene scene;
    private final Acts acts;
    private final CreateTable statement;

    CreateTableEffects(Scene scene, Acts acts, CreateTable statement) {
        this.scene = scene;
        this.acts = acts;
        this.statement = statement;
    }

    void create() {
        Trial trial = Trial.of(scene.schema(), statement);
        boolean made = trial.created().stream().anyMatch(Table.class::isInstance);
        new CreateTableRefusals(scene, acts, statement).check(!made);
        if (!made && statement.ifNotExists()) {
            return;
        }
        trial.created().forEach(this::created);
        statement.inherits().forEach(parent -> source(Operation.CREATE_TABLE_INHERITS, Role.PARENT, parent));
        trial.created().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .forEach(table -> new CreateTableExpressions(scene, acts, table).refuse(statement.elements()));
        statement.elements().forEach(this::element);
        acts.at(Effect.WHOLE_STATEMENT);
        statement.partitionOf().ifPresent(this::partition);
        trial.created().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .forEach(table -> usedSequences(table));
    }

    private void created(Relation relation) {
        RelationKey key = scene.keys().created(relation);
        switch (relation) {
            case Table ignored -> acts.add(Act.of(Operation.CREATE_TABLE).on(Role.NEW_TABLE, key));
            case Index ignored ->
                acts.add(Act.of(Operation.CREATE_TABLE_INDEX)
                        .on(Role.NEW_INDEX, key)
                        .on(Role.NEW_TABLE, newTable()));
            case Sequence ignored ->
                acts.add(Act.of(Operation.CREATE_TABLE_SEQUENCE).on(Role.NEW_SEQUENCE, key));
            case View ignored -> {}
        }
    }

    private RelationKey newTable() {
        RelationKey named = scene.keys().unknown(statement.name());
        return new RelationKey(named.kind(), named.name(), Optional.empty(), true);
    }

    private void source(Operation operation, Role role, QualifiedName name) {
        Lookup<Relation> found = scene.schema().relation(name);
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
        }
        acts.add(Act.of(operation)
                .on(
                        role,
                        found.found()
                                .map(scene.keys()::of)
                                .orElseGet(() -> scene.keys().unknown(name))));
    }

    private void element(TableElement element) {
        acts.at(element.span());
        switch (element) {
            case IndexDefinition ignored -> {}
            case LikeClause like -> source(Operation.CREATE_TABLE_LIKE, Role.SOURCE, like.table());
            case ColumnDefinition column ->
                column.constraints().stream()
                        .filter(c -> c.kind() == ColumnConstraint.Kind.REFERENCES)
                        .flatMap(c -> c.references().stream())
                        .forEach(target -> foreignKey(target, 1));
            case TableConstraint constraint ->
                constraint
                        .references()
                        .ifPresent(target ->
                                foreignKey(target, constraint.columns().size()));
        }
    }

    private void foreignKey(ForeignKeyTarget target, int columns) {
        if (target.table().toString().equals(statement.name().toString())) {
            return;
        }
        Lookup<Relation> found = scene.schema().relation(target.table());
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, target.table()));
        }
        switch (found.found().orElse(null)) {
            case Table referenced -> foreignKey(target, referenced, columns);
            case Relation other -> acts.fail("42809", other.name().name() + " is not a table.");
            case null ->
                acts.add(Act.of(Operation.CREATE_TABLE_FOREIGN_KEY)
                        .on(Role.REFERENCED, scene.keys().unknown(target.table())));
        }
    }

    private void foreignKey(ForeignKeyTarget target, Table referenced, int columns) {
        List<ObjectId> targets = new ArrayList<>();
        if (target.columns().isEmpty()) {
            referenced.primaryKey().map(Constraint::columns).ifPresent(targets::addAll);
        } else {
            target.columns()
                    .forEach(name ->
                            referenced.column(name.value()).map(Column::id).ifPresent(targets::add));
        }
        acts.add(Act.of(Operation.CREATE_TABLE_FOREIGN_KEY)
                .on(Role.REFERENCED, scene.keysOf(scene.family(referenced)))
                .on(Role.KEY_INDEX, ForeignKeys.keyIndexes(scene, referenced, targets)));
        if (scene.certain(referenced)) {
            refuseTarget(target, referenced, targets, columns);
        }
    }

    private void refuseTarget(ForeignKeyTarget target, Table referenced, List<ObjectId> targets, int columns) {
        String name = referenced.name().name();
        if (target.columns().isEmpty() && targets.isEmpty()) {
            acts.fail("42704", "Table " + name + " has no primary key.");
        } else if (targets.size() < target.columns().size()) {
            acts.fail("42703", "A referenced column of " + name + " does not exist.");
        } else if (targets.size() != columns) {
            acts.fail("42830", "The numbers of referencing and referenced columns differ.");
        } else if (ForeignKeys.keyIndex(scene, referenced, targets).isEmpty()) {
            acts.fail("42830", "No unique constraint of " + name + " matches the referenced columns.");
        }
    }

    private void partition(PartitionOf partition) {
        Lookup<Relation> found = scene.schema().relation(partition.parent());
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, partition.parent()));
        }
        if (!(found.found().orElse(null) instanceof Table parent)) {
            acts.uncertain();
            acts.add(Act.of(Operation.CREATE_PARTITION)
                    .on(Role.PARENT, scene.keys().unknown(partition.parent())));
            return;
        }
        if (parent.kind() != Table.Kind.PARTITIONED && scene.certain(parent)) {
            acts.add(Act.of(Operation.CREATE_PARTITION).on(Role.PARENT, scene.key(parent)));
            acts.fail("42P17", "Table " + partition.parent() + " is not partitioned.");
            return;
        }
        partition(partition, parent);
    }

    private void partition(PartitionOf partition, Table parent) {
        var bounds = new PartitionBounds(scene, acts, parent);
        List<RelationKey> rest = partition.bound().isDefault()
                ? List.of()
                : scene.defaultPartition(parent)
                        .map(scene::family)
                        .map(scene::keysOf)
                        .orElse(List.of());
        acts.add(Act.of(Operation.CREATE_PARTITION)
                .on(Role.PARENT, scene.key(parent))
                .on(Role.PARENT_INDEX, scene.indexes(parent))
                .on(Role.DEFAULT_PARTITION, rest));
        bounds.refuse(partition.bound(), statement.name().name());
        bounds.verifyDefault(partition.bound(), partition.span());
        for (Constraint constraint : parent.constraints()) {
            constraint.foreignKey().ifPresent(this::inheritedForeignKey);
        }
        for (Table referencing : scene.schema().referencing(parent.id())) {
            acts.add(Act.of(Operation.REFERENCED_CREATED_PARTITION).on(Role.REFERENCING, scene.key(referencing)));
        }
    }

    private void inheritedForeignKey(ForeignKey key) {
        key.table()
                .flatMap(scene.schema()::table)
                .ifPresent(referenced -> acts.add(Act.of(Operation.CREATE_TABLE_FOREIGN_KEY)
                        .on(Role.REFERENCED, scene.keysOf(scene.family(referenced)))
                        .on(Role.KEY_INDEX, ForeignKeys.keyIndexes(scene, referenced, key.columns()))));
    }

    /** Defaults of the new table may name sequences that are there. */
    private void usedSequences(Table table) {
        table.columns().stream()
                .flatMap(column -> column.defaultValue().stream())
                .flatMap(value -> value.uses().stream())
                .flatMap(id -> scene.schema().object(id).stream())
                .filter(Sequence.class::isInstance)
                .forEach(sequence -> acts.add(Act.of(Operation.READ_SEQUENCE_NAME)
                        .on(Role.SEQUENCE, scene.keys().of((Relation) sequence))));
    }
}
