package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.Optional;

/**
 * ALTER of whatever the name turns out to be: ALTER TABLE also reaches indexes, views and sequences.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record AlterEffects(Scene scene, Acts acts) {
    void alter(AlterTable statement) {
        if (statement.kind() == ObjectKind.TYPE) {
            new CompositeEffects(scene, acts, statement).alter();
            return;
        }
        Lookup<Relation> found = scene.schema().relation(statement.name());
        Optional<Problem> noSchema = scene.missingSchema(statement.name());
        if (found.isAbsent() || noSchema.isPresent()) {
            if (!statement.ifExists()) {
                noSchema.ifPresent(acts::fail);
                acts.fail("42P01", Subject.of(ObjectKind.TABLE, statement.name()));
            }
            return;
        }
        switch (found.found().orElse(null)) {
            case Table table -> table(statement, table);
            case Index index -> index(statement, index);
            case View view -> view(statement, view);
            case Sequence sequence -> sequence(statement, sequence);
            case null -> unknown(statement);
        }
    }

    private void unknown(AlterTable statement) {
        acts.uncertain();
        if (statement.kind() == ObjectKind.TABLE || statement.kind() == ObjectKind.FOREIGN_TABLE) {
            new AlterTableEffects(scene, acts, statement).alter(scene.unknown(statement.name()));
        }
    }

    private void table(AlterTable statement, Table table) {
        boolean fits = statement.kind() == ObjectKind.TABLE || statement.kind() == ObjectKind.FOREIGN_TABLE;
        if (!fits) {
            acts.fail(
                    "42809",
                    statement.name() + " is a table, no " + statement.kind().words() + ".");
            return;
        }
        if (!table.complete() || scene.schema().uncertain(statement.name())) {
            acts.uncertain();
        }
        if (refuseTyped(statement, table)) {
            return;
        }
        new AlterTableEffects(scene, acts, statement).alter(table);
    }

    /** The columns of a typed table are those of its type. */
    private boolean refuseTyped(AlterTable statement, Table table) {
        boolean columns = statement.actions().stream()
                .anyMatch(action -> action instanceof AlterAction.AddColumn
                        || action instanceof AlterAction.DropColumn
                        || action instanceof AlterAction.AlterColumnType);
        if (columns && table.ofType().isPresent()) {
            acts.add(Act.of(Operation.ALTER_TYPE).on(Role.TABLE, scene.key(table)));
            acts.fail("42809", table.name().name() + " is a typed table.");
            return true;
        }
        return false;
    }

    private void index(AlterTable statement, Index index) {
        for (AlterAction action : statement.actions()) {
            var key = scene.keys().of(index);
            switch (action) {
                case AlterAction.SetOptions a -> indexOptions(a, index, key);
                case AlterAction.SetStatistics a -> indexStatistics(a, index, key);
                case AlterAction.SetTablespace a -> {
                    boolean same = index.tablespace()
                            .orElse("pg_default")
                            .equals(a.tablespace().value());
                    acts.add(Act.of(same ? Operation.MOVE_INDEX_PRESENT : Operation.MOVE_INDEX)
                            .on(Role.INDEX, key)
                            .at(a.span()));
                }
                case AlterAction.AttachPartition a -> attachIndex(a, index, key);
                case AlterAction.SetOwner a ->
                    acts.add(Act.of(Operation.ALTER_INDEX).on(Role.INDEX, key).at(a.span()));
                case AlterAction.OtherAction a ->
                    acts.add(Act.of(Operation.ALTER_INDEX).on(Role.INDEX, key).at(a.span()));
                default -> acts.fail("42809", statement.name() + " is an index.");
            }
        }
    }

    private void indexOptions(AlterAction.SetOptions action, Index index, RelationKey key) {
        if (index.partitioned()) {
            acts.fail("42809", "A partitioned index has no storage parameters.");
            return;
        }
        boolean strong = StorageParameters.strong(index.method(), action.options());
        acts.add(Act.of(strong ? Operation.SET_INDEX_OPTIONS_STRONG : Operation.SET_INDEX_OPTIONS)
                .on(Role.INDEX, key)
                .at(action.span()));
        if (StorageParameters.knows(index.method()) && !action.reset()) {
            StorageParameters.problem(index.method(), action.options(), scene).ifPresent(acts::fail);
        }
    }

    private void indexStatistics(AlterAction.SetStatistics action, Index index, RelationKey key) {
        acts.add(Act.of(Operation.SET_INDEX_STATISTICS).on(Role.INDEX, key).at(action.span()));
        int number;
        try {
            number = Integer.parseInt(action.column().value());
        } catch (NumberFormatException e) {
            return;
        }
        boolean plainColumn = number >= 1
                && number <= index.parts().size()
                && index.parts().get(number - 1).column().isPresent();
        if (number > index.parts().size() + index.include().size()) {
            acts.fail("42703", "Index " + index.name().name() + " has no column " + number + ".");
        } else if (plainColumn) {
            acts.fail("0A000", "Statistics of an index are set for expressions only.");
        }
    }

    private void attachIndex(AlterAction.AttachPartition action, Index index, RelationKey key) {
        var act = Act.of(Operation.ALTER_INDEX_ATTACH)
                .on(Role.PARENT_INDEX, key)
                .on(Role.PARENT, scene.schema().table(index.table()).map(scene::key))
                .at(action.span());
        if (!index.partitioned()) {
            acts.add(Act.of(Operation.ALTER_INDEX_ATTACH).on(Role.PARENT_INDEX, key));
            acts.fail(scene.since(13) ? "42809" : "42P17", index.name().name() + " is not partitioned.");
        }
        Lookup<Relation> found = scene.schema().relation(action.partition());
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.INDEX, action.partition()));
        }
        if (found.found().orElse(null) instanceof Index part) {
            acts.add(act.on(Role.INDEX, scene.keys().of(part))
                    .on(Role.TABLE, scene.schema().table(part.table()).map(scene::key)));
            if (!IndexShape.of(scene, index).equals(IndexShape.of(scene, part))) {
                acts.fail(
                        "42P17",
                        "Index " + action.partition() + " is made otherwise than "
                                + index.name().name() + ".");
            }
        } else {
            acts.uncertain();
            acts.add(act);
        }
    }

    private void view(AlterTable statement, View view) {
        boolean fits = statement.kind() == ObjectKind.TABLE
                || statement.kind() == (view.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW);
        if (!fits) {
            acts.fail("42809", statement.name() + " is no " + statement.kind().words() + ".");
            return;
        }
        for (AlterAction action : statement.actions()) {
            if (view.materialized()) {
                materialized(action, view);
            } else {
                plainView(action, view);
            }
        }
    }

    private void plainView(AlterAction action, View view) {
        switch (action) {
            case AlterAction.SetDefault a -> alterView(view, a);
            case AlterAction.DropDefault a -> alterView(view, a);
            case AlterAction.SetOptions a -> {
                alterView(view, a);
                if (!a.reset()) {
                    ViewEffects.refuseOptions(a.options(), scene, acts);
                }
            }
            case AlterAction.SetOwner a -> alterView(view, a);
            case AlterAction.OtherAction a -> alterView(view, a);
            default -> acts.fail("42809", view.name().name() + " is a view.");
        }
    }

    private void alterView(View view, AlterAction action) {
        acts.add(Act.of(Operation.ALTER_VIEW)
                .on(Role.VIEW, scene.keys().of(view))
                .at(action.span()));
    }

    private void materialized(AlterAction action, View view) {
        RelationKey key = scene.keys().of(view);
        switch (action) {
            case AlterAction.SetOptions a ->
                acts.add(Act.of(Operation.SET_OPTIONS).on(Role.TABLE, key).at(a.span()));
            case AlterAction.SetStatistics a ->
                acts.add(Act.of(Operation.SET_STATISTICS).on(Role.TABLE, key).at(a.span()));
            case AlterAction.SetColumnOptions a ->
                acts.add(
                        Act.of(Operation.SET_COLUMN_OPTIONS).on(Role.TABLE, key).at(a.span()));
            case AlterAction.SetStorage a ->
                acts.add(Act.of(Operation.SET_STORAGE).on(Role.TABLE, key).at(a.span()));
            case AlterAction.SetCompression a ->
                acts.add(Act.of(Operation.SET_COMPRESSION).on(Role.TABLE, key).at(a.span()));
            case AlterAction.SetTablespace a ->
                acts.add(Act.of(Operation.SET_TABLESPACE).on(Role.TABLE, key).at(a.span()));
            case AlterAction.SetWithoutCluster a ->
                acts.add(Act.of(Operation.SET_WITHOUT_CLUSTER)
                        .on(Role.TABLE, key)
                        .at(a.span()));
            case AlterAction.ClusterOn a ->
                acts.add(Act.of(Operation.CLUSTER_ON)
                        .on(Role.TABLE, key)
                        .on(
                                Role.INDEX,
                                scene.schema().indexesOf(view.id()).stream()
                                        .filter(index -> index.name()
                                                .name()
                                                .equals(a.index().value()))
                                        .map(scene.keys()::of)
                                        .toList())
                        .at(a.span()));
            case AlterAction.SetOwner a ->
                acts.add(Act.of(Operation.OWNER)
                        .on(Role.TABLE, key)
                        .on(Role.INDEXES, scene.keys().of(scene.schema().indexesOf(view.id())))
                        .at(a.span()));
            case AlterAction.OtherAction a ->
                acts.add(Act.of(Operation.ALTER_VIEW).on(Role.VIEW, key).at(a.span()));
            default -> acts.fail("42809", view.name().name() + " is a materialized view.");
        }
    }

    private void sequence(AlterTable statement, Sequence sequence) {
        for (AlterAction action : statement.actions()) {
            RelationKey key = scene.keys().of(sequence);
            switch (action) {
                case AlterAction.SetOwner a -> {
                    acts.add(Act.of(Operation.CHANGE_SEQUENCE_OWNER)
                            .on(Role.SEQUENCE, key)
                            .at(a.span()));
                    if (sequence.ownerTable().isPresent() && !Owners.keeps(a.owner())) {
                        acts.fail("0A000", "The sequence belongs to a column.");
                    }
                }
                case AlterAction.SetLogged a -> setLogged(a, sequence, key);
                case AlterAction.OtherAction a ->
                    acts.add(Act.of(Operation.CHANGE_SEQUENCE_OWNER)
                            .on(Role.SEQUENCE, key)
                            .at(a.span()));
                default -> acts.fail("42809", statement.name() + " is a sequence.");
            }
        }
    }

    private void setLogged(AlterAction.SetLogged action, Sequence sequence, RelationKey key) {
        if (!scene.since(15)) {
            acts.fail("42809", sequence.name().name() + " is a sequence.");
        }
        boolean fresh = sequence.ownerTable().isEmpty() && action.logged();
        acts.add(Act.of(fresh ? Operation.CHANGE_SEQUENCE_OWNER : Operation.ALTER_SEQUENCE_LOGGED)
                .on(Role.SEQUENCE, key)
                .at(action.span()));
    }
}
