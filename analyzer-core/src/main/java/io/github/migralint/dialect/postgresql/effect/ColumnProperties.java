package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.SequenceOptions;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Generated;
import io.github.migralint.schema.Identity;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import java.util.Optional;
import java.util.Set;

/** Defaults, identities, generation expressions and storage of columns. */
final class ColumnProperties {
    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
    private static final Set<String> FIXED =
            Set.of("int2", "int4", "int8", "bool", "float4", "float8", "date", "timestamp", "timestamptz", "uuid");

    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;

    ColumnProperties(AlterStep step) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
    }

    void setDefault(AlterAction.SetDefault action) {
        Optional<Column> column = step.column(action.column());
        acts.add(step.act(Operation.SET_DEFAULT).at(action.span()));
        column.ifPresent(this::refuseDefault);
        Defaults.problem(action.expression(), column.flatMap(Column::type), scene)
                .ifPresent(acts::fail);
        step.after().flatMap(table -> table.column(action.column().value())).flatMap(Column::defaultValue).stream()
                .flatMap(value -> value.uses().stream())
                .flatMap(id -> scene.schema().object(id).stream())
                .filter(Sequence.class::isInstance)
                .forEach(sequence -> acts.add(Act.of(Operation.READ_SEQUENCE_NAME)
                        .on(Role.SEQUENCE, scene.keys().of((Relation) sequence))));
    }

    void dropDefault(AlterAction.DropDefault action) {
        Optional<Column> column = step.column(action.column());
        acts.add(step.act(Operation.DROP_DEFAULT).at(action.span()));
        column.ifPresent(this::refuseDefault);
    }

    private void refuseDefault(Column column) {
        if (column.identity().isPresent()) {
            acts.fail("42601", "Column " + column.name() + " is an identity column.");
        } else if (column.generated().isPresent()) {
            acts.fail("42601", "Column " + column.name() + " is a generated column.");
        }
    }

    void addIdentity(AlterAction.AddIdentity action) {
        Optional<Column> column = step.column(action.column());
        acts.add(step.act(Operation.ADD_IDENTITY).at(action.span()));
        if (column.isEmpty()) {
            return;
        }
        String name = column.get().name();
        boolean integer = column.get()
                .type()
                .map(DataType::name)
                .filter(type -> !INTEGERS.contains(type))
                .isEmpty();
        if (!integer) {
            acts.fail("22023", "The type of an identity column must be smallint, integer or bigint.");
        } else if (step.certain() && !column.get().notNull()) {
            acts.fail("55000", "Column " + name + " must be NOT NULL before it can be an identity column.");
        } else if (column.get().identity().isPresent()) {
            acts.fail("55000", "Column " + name + " is an identity column already.");
        } else if (column.get().defaultValue().isPresent()) {
            acts.fail("55000", "Column " + name + " has a default.");
        }
        step.trial().created().stream()
                .filter(Sequence.class::isInstance)
                .forEach(sequence -> acts.add(Act.of(Operation.CREATE_TABLE_SEQUENCE)
                        .on(Role.NEW_SEQUENCE, scene.keys().created(sequence))));
    }

    void setIdentity(AlterAction.SetIdentity action) {
        Optional<Column> column = step.column(action.column());
        var act = step.act(Operation.SET_IDENTITY).at(action.span());
        acts.add(act);
        if (column.isEmpty()) {
            return;
        }
        if (column.get().identity().isEmpty()) {
            acts.fail("55000", "Column " + column.get().name() + " is not an identity column.");
        }
        boolean still = action.options().options().stream()
                .anyMatch(option -> option.name().equals("increment")
                        && option.value().filter("0"::equals).isPresent());
        if (still) {
            acts.fail("22023", "The increment of a sequence cannot be zero.");
        }
        Optional<Sequence> sequence = sequence(column.get());
        sequence.ifPresent(s -> acts.add(act.on(Role.SEQUENCE, scene.keys().of(s))));
        if (changesSequence(action.options())) {
            sequence.ifPresent(s -> acts.add(Act.of(Operation.RESET_SEQUENCE)
                    .on(Role.SEQUENCE, scene.keys().of(s))
                    .at(action.span())));
        }
    }

    private static boolean changesSequence(SequenceOptions options) {
        return !options.options().isEmpty();
    }

    private Optional<Sequence> sequence(Column column) {
        return column.identity()
                .flatMap(Identity::sequence)
                .flatMap(scene.schema()::object)
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast);
    }

    void dropIdentity(AlterAction.DropIdentity action) {
        Optional<Column> column = step.column(action.column());
        var act = step.act(Operation.DROP_IDENTITY).at(action.span());
        acts.add(act);
        if (column.isPresent() && column.get().identity().isEmpty() && !action.ifExists()) {
            acts.fail("55000", "Column " + column.get().name() + " is not an identity column.");
        }
        column.flatMap(this::sequence)
                .ifPresent(
                        sequence -> acts.add(act.on(Role.SEQUENCE, scene.keys().of(sequence))));
    }

    void setExpression(AlterAction.SetExpression action) {
        Optional<Column> column = step.column(action.column());
        Optional<Generated> generated = column.flatMap(Column::generated);
        acts.add(step.act(Operation.SET_EXPRESSION_VIRTUAL).at(action.span()));
        if (column.isPresent() && generated.isEmpty()) {
            acts.fail("55000", "Column " + column.get().name() + " is not a generated column.");
            return;
        }
        new ExpressionProblems(scene, ExpressionProblems.Use.GENERATED, Optional.of(step.table()))
                .of(action.expression().tokens())
                .ifPresent(acts::fail);
        boolean stored = generated.map(Generated::stored).orElse(true);
        boolean checked = column.isPresent()
                && step.table().constraints().stream()
                        .anyMatch(c -> c.columns().contains(column.get().id()));
        if (!stored && checked) {
            acts.fail("0A000", "The expression of a virtual generated column with constraints cannot change.");
        }
        if (!stored) {
            return;
        }
        for (Table member : step.reach()) {
            acts.add(step.act(Operation.SET_EXPRESSION, member)
                    .on(Role.INDEXES, scene.storedIndexes(member))
                    .at(action.span()));
            member.column(action.column().value()).ifPresent(c -> recreateIndexes(member, c, action));
        }
    }

    private void recreateIndexes(Table member, Column column, AlterAction.SetExpression action) {
        for (Index index : scene.schema().indexesOf(member.id())) {
            if (TypeChange.uses(index, column)) {
                acts.add(Act.of(Operation.RECREATE_INDEX)
                        .on(Role.TABLE, scene.key(member))
                        .on(Role.INDEX, scene.keys().of(index))
                        .on(Role.NEW_INDEX, scene.keys().created(index))
                        .at(action.span()));
            }
        }
    }

    void dropExpression(AlterAction.DropExpression action) {
        Optional<Column> column = step.column(action.column());
        acts.add(step.act(Operation.DROP_EXPRESSION).at(action.span()));
        if (column.isEmpty()) {
            return;
        }
        Optional<Generated> generated = column.get().generated();
        if (step.only() && !scene.descendants(step.table()).isEmpty()) {
            if (!scene.since(14)) {
                acts.add(step.actOnAll(Operation.DROP_EXPRESSION));
            }
            acts.fail("0A000", "The expression must be dropped in the child tables too.");
        } else if (generated.isEmpty() && !action.ifExists()) {
            acts.fail("55000", "Column " + column.get().name() + " is not a generated column.");
        } else if (generated.filter(g -> !g.stored()).isPresent()) {
            acts.fail("0A000", "The expression of a virtual generated column cannot be dropped.");
        } else if (generated.isPresent() && step.inherited(column.get())) {
            acts.fail("42P16", "Column " + column.get().name() + " is inherited.");
        }
    }

    void setCompression(AlterAction.SetCompression action) {
        Optional<Column> column = step.column(action.column());
        acts.add(step.act(Operation.SET_COMPRESSION).at(action.span()));
        column.flatMap(Column::type)
                .filter(type -> type.arrayDimensions() == 0 && FIXED.contains(type.name()))
                .filter(type -> !action.method().equals("default"))
                .ifPresent(type -> acts.fail("0A000", "Values of type " + type + " cannot be compressed."));
    }

    void setStorage(AlterAction.SetStorage action) {
        Optional<Column> column = step.column(action.column());
        acts.add(step.act(Operation.SET_STORAGE).at(action.span()));
        boolean impossible = column.flatMap(Column::type)
                        .filter(type -> type.arrayDimensions() == 0 && FIXED.contains(type.name()))
                        .isPresent()
                && !Set.of("plain", "default").contains(action.storage().toLowerCase(java.util.Locale.ROOT));
        if (impossible) {
            acts.fail("0A000", "Type " + column.get().type().get() + " can only have storage PLAIN.");
        }
    }
}
