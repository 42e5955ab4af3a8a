package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.Identity;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Actions of ALTER TABLE on columns, in the table and in what inherits from it. */
final class ColumnAlteration {
    private final Change change;
    private final ObjectId table;
    private final boolean only;

    ColumnAlteration(Change change, ObjectId table, boolean only) {
        this.change = change;
        this.table = table;
        this.only = only;
    }

    private List<Table> family() {
        return only ? List.of(change.table(table)) : change.family(table);
    }

    /** Changes the column of that name wherever it is inherited. */
    private void edit(Identifier name, BiFunction<Table, Column, Column> edit) {
        new Columns(change).assume(table, List.of(name));
        for (Table member : family()) {
            member.column(name.value())
                    .ifPresent(column -> change.edit(
                            member.id(), draft -> draft.editColumn(column.id(), c -> edit.apply(member, c))));
        }
    }

    void add(AlterAction.AddColumn action) {
        ColumnDefinition definition = action.column();
        if (change.table(table).column(definition.name().value()).isPresent()) {
            return;
        }
        for (Table member : family()) {
            if (member.column(definition.name().value()).isEmpty()) {
                addTo(member.id(), definition);
            }
        }
        addConstraints(definition);
    }

    private void addTo(ObjectId member, ColumnDefinition definition) {
        boolean inherited = !member.equals(table);
        change.edit(member, draft -> {
            if (inherited) {
                Column model =
                        change.table(table).column(definition.name().value()).orElseThrow();
                draft.columns().add(new Columns(change).copy(model));
            } else {
                new Columns(change).add(draft, definition);
            }
        });
    }

    private void addConstraints(ColumnDefinition definition) {
        List<TableConstraint> inline = InlineConstraints.of(definition);
        var constraints = new Constraints(change);
        if (Columns.impliesNotNull(definition)) {
            constraints.setNotNull(table, definition.name().value(), only);
        }
        inline.stream().filter(c -> c.references().isEmpty()).forEach(c -> constraints.add(table, c, only));
        inline.stream().filter(c -> c.references().isPresent()).forEach(c -> constraints.add(table, c, only));
    }

    void drop(AlterAction.DropColumn action) {
        for (Table member : family()) {
            member.column(action.column().value())
                    .ifPresent(column -> new ColumnRemoval(change).remove(member.id(), column.id(), action.cascade()));
        }
    }

    void retype(AlterAction.AlterColumnType action) {
        edit(
                action.column(),
                (member, column) -> new Columns(change).retyped(column, action.type(), action.collation()));
        change.table(table).column(action.column().value()).ifPresent(column -> {
            retypeSequence(column);
            completeIndexes(column);
        });
    }

    /** The server makes the indexes of the column anew, and then an index that was ON ONLY the parent is on all. */
    private void completeIndexes(Column column) {
        for (Index index : change.now().indexesOf(table)) {
            boolean affected =
                    index.parts().stream().anyMatch(part -> part.mentions().contains(column.id()));
            if (index.partitioned() && !index.valid() && affected) {
                Index complete = index.withValid(true);
                change.schema().put(complete);
                new PartitionTree(change).spread(complete);
            }
        }
    }

    /** The sequence of an identity column follows its type, that of a serial column does not. */
    private void retypeSequence(Column column) {
        column.identity()
                .flatMap(Identity::sequence)
                .flatMap(change.now()::object)
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .ifPresent(sequence -> change.schema()
                        .put(sequence.withType(column.type().map(DataType::name).orElse(sequence.type()))));
    }

    void setDefault(Identifier name, Optional<Expression> expression) {
        Optional<DefaultValue> value = expression.flatMap(e -> Defaults.of(e, change.now()));
        edit(name, (member, column) -> column.withDefaultValue(value));
    }

    void setNotNull(Identifier name) {
        new Columns(change).assume(table, List.of(name));
        new Constraints(change).setNotNull(table, name.value(), only);
    }

    void dropNotNull(Identifier name) {
        edit(name, (member, column) -> column.withNotNull(false));
        for (Table member : family()) {
            member.column(name.value())
                    .ifPresent(column -> change.edit(
                            member.id(),
                            draft -> draft.constraints()
                                    .removeIf(c -> c.kind() == Constraint.Kind.NOT_NULL
                                            && c.columns().contains(column.id()))));
        }
    }

    void setExpression(AlterAction.SetExpression action) {
        edit(action.column(), (member, column) -> Columns.regenerated(column, action.expression(), member));
    }

    void dropExpression(Identifier name) {
        edit(name, (member, column) -> column.withGenerated(Optional.empty()));
    }

    void addIdentity(AlterAction.AddIdentity action) {
        new Columns(change).assume(table, List.of(action.column()));
        change.edit(
                table,
                draft -> draft.column(action.column().value())
                        .filter(column -> column.identity().isEmpty())
                        .ifPresent(column -> {
                            Column identity =
                                    new Columns(change).identity(draft, column, action.always(), action.options());
                            draft.editColumn(column.id(), c -> identity);
                        }));
    }

    void setIdentity(AlterAction.SetIdentity action) {
        action.always()
                .ifPresent(always -> edit(
                        action.column(),
                        (member, column) -> column.withIdentity(
                                column.identity().map(identity -> new Identity(always, identity.sequence())))));
    }

    void dropIdentity(Identifier name) {
        Optional<ObjectId> sequence = change.table(table)
                .column(name.value())
                .flatMap(Column::identity)
                .flatMap(Identity::sequence);
        edit(name, (member, column) -> column.withIdentity(Optional.empty()));
        sequence.ifPresent(change.schema()::remove);
    }
}
