package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Identity;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ALTER COLUMN … TYPE: a change of the catalog, or of every stored value. */
final class TypeChange {
    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");

    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final AlterAction.AlterColumnType action;
    private final DataType target;

    TypeChange(AlterStep step, AlterAction.AlterColumnType action) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.action = action;
        this.target = Types.resolve(action.type(), step.scene().schema());
    }

    void change() {
        String name = action.column().value();
        if (AlterStep.isSystemColumn(name)) {
            acts.add(step.act(Operation.ALTER_TYPE));
            acts.fail("0A000", "System column " + name + " cannot be altered.");
            return;
        }
        Optional<Column> column = step.column(action.column());
        if (Types.surelyMissing(action.type(), scene.schema())) {
            acts.fail("42704", Subject.of(ObjectKind.TYPE, Types.named(action.type())));
        }
        acts.add(step.actAlone(Operation.ALTER_TYPE));
        if (Types.isSerial(action.type())) {
            acts.fail("42704", "Type " + action.type() + " is only a word for a type, a sequence and a default.");
        } else if (Types.isPseudo(target)) {
            acts.fail("42P16", "A column cannot have the pseudo-type " + target + ".");
        }
        Types.modifierProblem(target, scene).ifPresent(acts::fail);
        if (acts.failed()) {
            acts.add(step.act(Operation.ALTER_TYPE));
            return;
        }
        if (column.isEmpty()) {
            unknownColumn();
            return;
        }
        new TypeChangeRefusals(step, action, column.get(), target).check();
        action.using().ifPresent(this::refuseUsing);
        step.refuseRowTypeInUse();
        TypeConversion.Outcome outcome = outcome(column.get());
        refuseImpossible(column.get(), outcome);
        for (Table member : step.reach()) {
            member.column(name).ifPresent(found -> change(member, found, outcome));
        }
        sequence(column.get());
        narrowing(column.get().type(), column.get().generated().isPresent());
    }

    /** Values of a generated column are computed anew, so none is lost. */
    private void narrowing(Optional<DataType> from, boolean generated) {
        if (!generated && !acts.failed()) {
            new Narrowing(scene, action.column().value(), from, target)
                    .loss(action.using())
                    .ifPresent(loss -> acts.narrow(new Effect.NarrowsType(
                            step.key(), action.column().value(), loss.fate(), loss.values(), action.span())));
        }
    }

    /** Of an unknown type to one without a limit the change is most often free; to any other it is most often not. */
    private void unknownColumn() {
        boolean text =
                CastTable.isString(target.name()) && target.modifiers().isEmpty() && target.arrayDimensions() == 0;
        Operation operation = text ? Operation.ALTER_TYPE : Operation.ALTER_TYPE_REWRITE;
        acts.uncertain();
        acts.add(step.act(operation)
                .on(Role.INDEXES, scene.storedIndexes(step.table()))
                .because("may change every stored value to " + target)
                .at(action.span()));
        narrowing(Optional.empty(), false);
    }

    private void refuseUsing(Expression using) {
        var expression = new ExpressionProblems(scene, ExpressionProblems.Use.USING, Optional.of(step.table()));
        expression
                .of(using.tokens())
                .or(() -> expression.mismatch(using.tokens(), target))
                .ifPresent(acts::fail);
    }

    private TypeConversion.Outcome outcome(Column column) {
        if (column.type().isEmpty()) {
            return TypeConversion.Outcome.UNKNOWN;
        }
        var conversion = new TypeConversion(scene);
        if (action.using().isEmpty()) {
            return conversion.convert(column.type().get(), target);
        }
        Optional<List<DataType>> casts = UsingClause.casts(action.using().get(), column.name(), scene);
        if (casts.isEmpty()) {
            return TypeConversion.Outcome.REWRITES;
        }
        DataType current = column.type().get();
        for (DataType cast : casts.get()) {
            if (conversion.cast(current, cast) != TypeConversion.Outcome.KEEPS) {
                return TypeConversion.Outcome.REWRITES;
            }
            current = cast;
        }
        return conversion.convert(current, target);
    }

    private void refuseImpossible(Column column, TypeConversion.Outcome outcome) {
        if (outcome == TypeConversion.Outcome.IMPOSSIBLE) {
            acts.add(step.act(Operation.ALTER_TYPE));
            acts.fail("42804", "Column " + column.name() + " cannot be cast automatically to " + target + ".");
        }
        boolean bits = column.type()
                .filter(type -> type.name().equals("bit") && target.name().equals("bit"))
                .isPresent();
        if (bits && outcome == TypeConversion.Outcome.REWRITES && action.using().isEmpty()) {
            acts.add(step.act(Operation.ALTER_TYPE));
            if (scene.holdsRows(step.table())) {
                acts.fail("22026", "Bit strings of another length are not cut or filled up by themselves.");
            } else {
                acts.risk(step.key(), "22026", "any row: the length of its bit string differs");
            }
        }
    }

    private void change(Table member, Column column, TypeConversion.Outcome outcome) {
        boolean virtual = column.generated().filter(g -> !g.stored()).isPresent();
        boolean rewrites = !virtual
                && (outcome == TypeConversion.Outcome.REWRITES
                        || (outcome == TypeConversion.Outcome.UNKNOWN && !freeForStrings()));
        if (outcome == TypeConversion.Outcome.UNKNOWN) {
            acts.uncertain();
        }
        String from = column.type().map(DataType::toString).orElse("the old type");
        if (rewrites) {
            acts.add(step.act(Operation.ALTER_TYPE_REWRITE, member)
                    .on(Role.INDEXES, scene.storedIndexes(member))
                    .because(from + " to " + target + " changes every stored value")
                    .at(action.span()));
            TypeConversion.errors(column.type(), target)
                    .forEach(state -> acts.risk(scene.key(member), state, "values that are no " + target));
        } else {
            acts.add(step.act(virtual ? Operation.ALTER_TYPE_VIRTUAL : Operation.ALTER_TYPE, member)
                    .at(action.span()));
        }
        new TypeChangeDependents(step, action, member, column, target, rewrites).add();
    }

    private boolean freeForStrings() {
        return CastTable.isString(target.name()) && target.modifiers().isEmpty();
    }

    /** The sequence of an identity column follows its type; that of a serial column is only looked up. */
    private void sequence(Column column) {
        boolean other =
                column.type().filter(type -> type.name().equals(target.name())).isEmpty();
        Optional<Sequence> identity =
                column.identity().flatMap(Identity::sequence).flatMap(this::sequence);
        if (identity.isPresent() && !INTEGERS.contains(target.name())) {
            acts.fail("22023", "The type of an identity column must be smallint, integer or bigint.");
        }
        identity.filter(sequence -> other)
                .ifPresent(sequence -> acts.add(Act.of(Operation.RESET_SEQUENCE)
                        .on(Role.SEQUENCE, scene.keys().of(sequence))
                        .because("changes the type of the sequence")
                        .at(action.span())));
        column.defaultValue().stream()
                .flatMap(value -> value.uses().stream())
                .flatMap(id -> sequence(id).stream())
                .forEach(sequence -> acts.add(Act.of(Operation.READ_SEQUENCE_NAME)
                        .on(Role.SEQUENCE, scene.keys().of((Relation) sequence))));
    }

    private Optional<Sequence> sequence(io.github.migralint.schema.ObjectId id) {
        return scene.schema().object(id).filter(Sequence.class::isInstance).map(Sequence.class::cast);
    }

    /** Whether an index has the column in its key, its condition or beside its key. */
    static boolean uses(Index index, Column column) {
        return index.include().contains(column.id())
                || index.predicateColumns().contains(column.id())
                || index.parts().stream().anyMatch(part -> part.mentions().contains(column.id()));
    }
}
