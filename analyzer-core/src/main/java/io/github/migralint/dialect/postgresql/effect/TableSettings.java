package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Persistence;
import io.github.migralint.dialect.postgresql.replay.CatalogObjects;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Actions of ALTER TABLE on the table as a whole. */
final class TableSettings {
    private static final Set<String> INDEX_METHODS = Set.of("btree", "hash", "gist", "gin", "spgist", "brin");

    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;

    TableSettings(AlterStep step) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
    }

    private boolean partitioned() {
        return step.table().kind() == Table.Kind.PARTITIONED;
    }

    void setOptions(AlterAction.SetOptions action) {
        boolean strong = StorageParameters.strong("table", action.options());
        acts.add(step.act(strong ? Operation.SET_OPTIONS_STRONG : Operation.SET_OPTIONS)
                .at(action.span()));
        if (partitioned() && !action.reset()) {
            if (scene.since(16)) {
                acts.fail("42809", "A partitioned table has no storage parameters.");
            } else {
                acts.fail("22023", "A partitioned table has no storage parameters.");
            }
        }
        if (!action.reset()) {
            StorageParameters.problem("table", action.options(), scene).ifPresent(acts::fail);
        }
    }

    void toggleRule(AlterAction.ToggleRule action) {
        acts.add(step.act(Operation.TOGGLE_RULE).at(action.span()));
        boolean missing = step.certain()
                && CatalogObjects.rule(
                                scene.schema(), step.table().id(), action.name().value())
                        .isEmpty();
        if (missing) {
            acts.fail("42704", Subject.in(step.table(), ObjectKind.RULE, action.name()));
        }
    }

    void setColumnOptions(AlterAction.SetColumnOptions action) {
        step.column(action.column());
        acts.add(step.act(Operation.SET_COLUMN_OPTIONS));
        if (!action.reset()) {
            StorageParameters.problem("column", action.options(), scene).ifPresent(acts::fail);
        }
    }

    void setStatistics(AlterAction.SetStatistics action) {
        acts.add(step.act(Operation.SET_STATISTICS));
        boolean number = action.column().value().chars().allMatch(Character::isDigit);
        if (number && !action.column().quoted()) {
            acts.fail("0A000", "Only the columns of an index are called by their numbers.");
            return;
        }
        step.column(action.column())
                .flatMap(Column::generated)
                .filter(generated -> !generated.stored())
                .ifPresent(g -> acts.fail("0A000", "Statistics of a virtual generated column are not kept."));
    }

    void toggle(AlterAction.ToggleTrigger action) {
        Optional<String> name = action.name().map(Identifier::value);
        Optional<Trigger> trigger = name.flatMap(n ->
                step.table().triggers().stream().filter(t -> t.name().equals(n)).findFirst());
        boolean reachesPartitions = partitioned()
                && !step.only()
                && trigger.filter(Trigger::forEachRow).isPresent();
        for (Table member : reachesPartitions ? scene.family(step.table()) : List.of(step.table())) {
            acts.add(Act.of(Operation.TOGGLE_TRIGGER)
                    .on(Role.TABLE, scene.key(member))
                    .at(action.span()));
        }
        if (name.isPresent() && trigger.isEmpty() && step.certain()) {
            acts.fail(
                    "42704",
                    Subject.in(step.table(), ObjectKind.TRIGGER, action.name().get()));
        }
    }

    void clusterOn(AlterAction.ClusterOn action) {
        Lookup<Relation> found = ConstraintAddition.indexNamed(scene, step.table(), action.index());
        var act = step.act(Operation.CLUSTER_ON).at(action.span());
        acts.add(act);
        if (found.isAbsent()) {
            acts.fail("42704", Subject.of(ObjectKind.INDEX, action.index()));
        }
        if (partitioned()) {
            acts.fail("0A000", "A partitioned table cannot be clustered.");
        }
        found.found()
                .ifPresent(index -> acts.add(act.on(Role.INDEX, scene.keys().of(index))));
        if (found.found().orElse(null) instanceof Index index) {
            if (!Set.of("btree", "gist").contains(index.method())) {
                acts.fail("0A000", "A table cannot be clustered by an index of method " + index.method() + ".");
            } else if (index.predicate().isPresent()) {
                acts.fail("0A000", "A table cannot be clustered by a partial index.");
            }
        }
    }

    void setLogged(AlterAction.SetLogged action) {
        Persistence wanted = action.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED;
        acts.add(step.act(Operation.SET_LOGGED_PRESENT).at(action.span()));
        if (partitioned() && scene.since(18)) {
            acts.fail("42809", "A partitioned table cannot be made logged or unlogged.");
        }
        if (step.table().persistence() == Persistence.TEMPORARY) {
            acts.fail("42P16", "A temporary table cannot be made logged or unlogged.");
        }
        if (partitioned() || (step.certain() && step.table().persistence() == wanted)) {
            return;
        }
        tied(action)
                .forEach(other -> acts.add(Act.of(Operation.FOREIGN_KEY_PERSISTENCE)
                        .on(Role.TABLE, scene.key(other))
                        .at(action.span())));
        if (tied(action).stream().anyMatch(other -> other.persistence() != wanted)) {
            acts.fail("42P16", "A foreign key ties logged and unlogged tables together.");
        }
        acts.add(step.act(Operation.SET_LOGGED)
                .on(Role.INDEXES, scene.storedIndexes(step.table()))
                .because(action.logged() ? "writes the whole table to the log" : "writes the table anew without log")
                .at(action.span()));
        if (scene.since(15)) {
            scene.ownedSequences(step.table())
                    .forEach(sequence -> acts.add(Act.of(Operation.SET_LOGGED_SEQUENCE)
                            .on(Role.SEQUENCE, scene.keys().of(sequence))
                            .at(action.span())));
        }
    }

    /** A logged table may not depend on one that a crash empties: the other tables whose foreign keys matter. */
    private List<Table> tied(AlterAction.SetLogged action) {
        List<Table> tied = action.logged()
                ? step.table().constraints().stream()
                        .map(Constraint::foreignKey)
                        .flatMap(Optional::stream)
                        .map(ForeignKey::table)
                        .flatMap(Optional::stream)
                        .flatMap(id -> scene.schema().table(id).stream())
                        .toList()
                : scene.schema().referencing(step.table().id());
        return tied.stream()
                .filter(other -> !other.id().equals(step.table().id()))
                .toList();
    }

    /** The table must have the attributes of the type, in the same order and of the same types. */
    void setType(AlterAction.OfType action) {
        acts.add(step.act(Operation.OF_TYPE).at(action.span()));
        var found = scene.schema().type(action.type());
        if (found.isAbsent()) {
            acts.fail("42704", Subject.of(ObjectKind.TYPE, action.type()));
        }
        if (found.found().orElse(null) instanceof CompositeType type && step.certain()) {
            List<String> wanted =
                    type.attributes().stream().map(TableSettings::shape).toList();
            List<String> own =
                    step.table().columns().stream().map(TableSettings::shape).toList();
            if (!wanted.equals(own)) {
                acts.fail("42804", "The columns of " + step.name() + " are not those of the type.");
            }
        }
    }

    private static String shape(Column column) {
        return column.name() + " " + column.type().map(DataType::toString).orElse("");
    }

    void setAccessMethod(AlterAction.SetAccessMethod action) {
        String current = step.table().accessMethod().orElse("heap");
        boolean same = action.method().map(Identifier::value).orElse("heap").equals(current);
        acts.add(step.act(Operation.SET_ACCESS_METHOD_PRESENT).at(action.span()));
        boolean onlyOfServer = scene.schema().complete()
                && scene.schema().extensions().stream().allMatch(BuiltIns::isExtension);
        action.method()
                .map(Identifier::value)
                .filter(method -> onlyOfServer && !method.equals("heap"))
                .ifPresent(method -> acts.fail(
                        INDEX_METHODS.contains(method) ? "55000" : "42704",
                        "There is no access method " + method + " for tables."));
        if (partitioned() && !scene.since(17)) {
            acts.fail("42809", "The access method of a partitioned table cannot be changed before 17.");
        }
        if (!same && !partitioned()) {
            acts.add(step.act(Operation.SET_ACCESS_METHOD)
                    .on(Role.INDEXES, scene.storedIndexes(step.table()))
                    .at(action.span()));
        }
    }

    void setTablespace(AlterAction.SetTablespace action) {
        String current = step.table().tablespace().orElse("pg_default");
        boolean same =
                action.tablespace().value().equals(current) && step.table().complete();
        acts.add(step.act(same ? Operation.SET_TABLESPACE_PRESENT : Operation.SET_TABLESPACE)
                .at(action.span()));
    }

    void setOwner(AlterAction.SetOwner action) {
        acts.add(step.act(Operation.OWNER_PRESENT).at(action.span()));
        if (Owners.keeps(action.owner())) {
            return;
        }
        acts.add(step.act(Operation.OWNER)
                .on(Role.INDEXES, scene.storedIndexes(step.table()))
                .on(Role.INDEXES, partitionedIndexes())
                .on(Role.SEQUENCE, scene.keys().of(scene.ownedSequences(step.table())))
                .at(action.span()));
    }

    private List<io.github.migralint.effect.RelationKey> partitionedIndexes() {
        return scene.keys()
                .of(scene.schema().indexesOf(step.table().id()).stream()
                        .filter(Index::partitioned)
                        .toList());
    }

    void setReplicaIdentity(AlterAction.SetReplicaIdentity action) {
        acts.add(step.act(Operation.REPLICA_IDENTITY).at(action.span()));
        if (action.index().isEmpty()) {
            return;
        }
        Lookup<Relation> found = ConstraintAddition.indexNamed(
                scene, step.table(), action.index().get());
        if (found.isAbsent()) {
            acts.fail("42704", Subject.of(ObjectKind.INDEX, action.index().get()));
        }
        if (found.found().orElse(null) instanceof Index index) {
            acts.add(step.act(Operation.REPLICA_IDENTITY_INDEX)
                    .on(Role.INDEX, scene.keys().of(index))
                    .at(action.span()));
            refuseReplicaIndex(index);
        }
    }

    private void refuseReplicaIndex(Index index) {
        String name = index.name().name();
        if (!index.unique()) {
            acts.fail("42809", "Index " + name + " is not unique.");
        } else if (index.predicate().isPresent() || index.hasExpressions()) {
            acts.fail("0A000", "Index " + name + " is partial or contains expressions.");
        } else if (step.table().constraints().stream()
                .anyMatch(c -> c.index().filter(index.id()::equals).isPresent() && c.deferrable())) {
            acts.fail("0A000", "Index " + name + " is checked at the end of the transaction.");
        } else if (index.parts().stream()
                .flatMap(part -> part.column().stream())
                .flatMap(id -> step.table().column(id).stream())
                .anyMatch(column -> step.certain() && !column.notNull())) {
            acts.fail("42809", "Index " + name + " has a column that may be NULL.");
        }
    }

    void inherit(AlterAction.Inherit action) {
        Lookup<Relation> found = scene.schema().relation(action.parent());
        var operation = action.inherit() ? Operation.INHERIT : Operation.NO_INHERIT;
        acts.add(step.act(operation).at(action.span()));
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, action.parent()));
        }
        if (step.table().partitionOf().isPresent()) {
            acts.fail("42809", "A partition cannot inherit otherwise.");
        }
        if (!(found.found().orElse(null) instanceof Table parent)) {
            acts.add(step.act(operation).on(Role.PARENT, scene.keys().unknown(action.parent())));
            return;
        }
        acts.add(step.act(operation).on(Role.PARENT, scene.key(parent)).at(action.span()));
        if (action.inherit()) {
            refuseInherit(parent);
        } else if (!step.table().inherits().contains(parent.id()) && step.certain()) {
            acts.fail("42P01", "Table " + parent.name().name() + " is no parent of " + step.name() + ".");
        }
    }

    private void refuseInherit(Table parent) {
        if (parent.kind() == Table.Kind.PARTITIONED) {
            acts.fail("42809", "A partitioned table cannot be inherited from.");
        } else if (step.table().inherits().contains(parent.id())) {
            acts.fail("42P07", "Table " + step.name() + " inherits from it already.");
        } else if (scene.family(step.table()).stream().anyMatch(t -> t.id().equals(parent.id()))) {
            acts.fail("42P07", "A table cannot inherit from itself.");
        } else if (step.certain() && scene.certain(parent)) {
            for (Column column : parent.columns()) {
                Optional<Column> own = step.table().column(column.name());
                if (own.isEmpty()) {
                    acts.fail("42804", "The child has no column " + column.name() + ".");
                } else if (own.get().type().isPresent()
                        && column.type().isPresent()
                        && !own.get().type().equals(column.type())) {
                    acts.fail("42804", "Column " + column.name() + " has another type in the child.");
                } else if (column.notNull() && !own.get().notNull()) {
                    acts.fail("42804", "Column " + column.name() + " must be NOT NULL in the child.");
                }
            }
            parent.constraints().stream()
                    .filter(c -> c.kind() == Constraint.Kind.CHECK && !c.noInherit())
                    .filter(c -> step.table().constraint(c.name()).isEmpty())
                    .findFirst()
                    .ifPresent(c -> acts.fail("42804", "The child has no constraint " + c.name() + "."));
        }
    }
}
