package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.TypeName;
import io.github.migralint.ast.Volatility;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** ADD COLUMN: free with a value that is the same for all rows, a rewrite with one that has to be computed for each. */
final class ColumnAddition {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final AlterAction.AddColumn action;
    private final ColumnDefinition definition;
    private final String name;
    private final Optional<Column> added;

    ColumnAddition(AlterStep step, AlterAction.AddColumn action) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.action = action;
        this.definition = action.column();
        this.name = definition.name().value();
        this.added = step.after().or(this::afterwards).flatMap(table -> table.column(name));
    }

    /** What a table of which only the name is known would be like: its new column can be judged like any other. */
    private Optional<Table> afterwards() {
        if (step.certain()) {
            return Optional.empty();
        }
        SchemaBuilder copy = SchemaBuilder.trial(scene.schema());
        copy.put(step.table());
        return Trial.of(copy, AlterTableEffects.alone(step.statement(), action))
                .after()
                .table(step.statement().name());
    }

    void add() {
        if (step.table().column(name).isPresent()) {
            acts.add(Act.of(Operation.ADD_COLUMN_PRESENT)
                    .on(Role.TABLE, step.key())
                    .at(action.span()));
            if (!action.ifNotExists()) {
                acts.fail("42701", Subject.in(step.table(), ObjectKind.COLUMN, definition.name()));
            }
            return;
        }
        refuse();
        if (definition.type().isPresent()) {
            refuseType(definition.type().get());
        }
        refuseDefault();
        refuseMerge();
        Optional<Rewrite> rewrite = rewrite();
        if (rewrite.isPresent() || has(ColumnConstraint.Kind.DEFAULT)) {
            step.refuseRowTypeInUse();
        }
        for (Table member : step.reach()) {
            boolean mergesInto = !member.id().equals(step.table().id())
                    && member.column(name).isPresent();
            addTo(member, mergesInto ? Optional.empty() : rewrite);
        }
        useSequence(rewrite.isPresent());
        created();
        new InlineConstraintAddition(step, definition, rewrite.isPresent() || hasDefault()).add();
    }

    private void refuse() {
        boolean partition = step.table().partitionOf().isPresent();
        boolean childrenLeftOut =
                step.only() && !scene.descendants(step.table()).isEmpty();
        if (AlterStep.isSystemColumn(name)) {
            acts.fail("42701", name + " is the name of a system column.");
        } else if (partition) {
            acts.add(step.act(Operation.ADD_COLUMN));
            acts.fail("42809", "A partition has the columns of its parent.");
        } else if (childrenLeftOut) {
            acts.add(step.actOnAll(Operation.ADD_COLUMN));
            acts.fail("42P16", "The column must be added to the child tables too.");
        } else if (identity()
                && !scene.since(17)
                && !scene.descendants(step.table()).isEmpty()) {
            acts.add(Act.of(Operation.ADD_COLUMN).on(Role.TABLE, step.key()));
            acts.fail("42P16", "An identity column cannot be added to a table with partitions or children.");
        }
    }

    private void refuseType(TypeName type) {
        if (Types.surelyMissing(type, scene.schema())) {
            acts.fail("42704", Subject.of(ObjectKind.TYPE, Types.named(type)));
        }
        acts.add(step.act(Operation.ADD_COLUMN));
        type().flatMap(resolved -> Types.modifierProblem(resolved, scene)).ifPresent(acts::fail);
        if (type().filter(Types::isPseudo).isPresent()) {
            acts.fail("42P16", "A column cannot have the pseudo-type " + type + ".");
        }
        boolean collated = definition.collation().isPresent()
                && type().filter(Types::surelyWithoutCollation).isPresent();
        if (collated) {
            acts.fail("42804", "Values of type " + type + " have no collation.");
        }
    }

    private void refuseDefault() {
        clause(ColumnConstraint.Kind.DEFAULT)
                .flatMap(ColumnConstraint::expression)
                .flatMap(value -> Defaults.problem(value, type(), scene)
                        .or(() -> type().flatMap(type -> LiteralValues.tooLong(value, type))))
                .ifPresent(problem -> {
                    acts.add(step.act(Operation.ADD_COLUMN));
                    acts.fail(problem);
                });
        clause(ColumnConstraint.Kind.GENERATED)
                .flatMap(ColumnConstraint::expression)
                .flatMap(value -> new ExpressionProblems(scene, ExpressionProblems.Use.GENERATED, step.after())
                        .of(value.tokens()))
                .ifPresent(problem -> {
                    acts.add(step.act(Operation.ADD_COLUMN));
                    acts.fail(problem);
                });
    }

    /** A child that has the column already must have it with the same type. */
    private void refuseMerge() {
        boolean other = step.reach().stream()
                .skip(1)
                .flatMap(member -> member.column(name).stream())
                .flatMap(column -> column.type().stream())
                .anyMatch(type -> type().filter(own -> !own.equals(type)).isPresent());
        if (other) {
            acts.add(step.act(Operation.ADD_COLUMN));
            acts.fail("42804", "A child has a column " + name + " of another type.");
        }
    }

    /** Why every row has to be written anew, and the clause that says so. */
    private record Rewrite(String reason, Span place) {}

    private Optional<Rewrite> rewrite() {
        if (has(ColumnConstraint.Kind.IDENTITY)) {
            return clause(ColumnConstraint.Kind.IDENTITY)
                    .map(c -> new Rewrite("computes an identity value for every row", c.span()));
        }
        Optional<ColumnConstraint> generated = clause(ColumnConstraint.Kind.GENERATED);
        if (generated.isPresent()) {
            return generated
                    .filter(ColumnConstraint::stored)
                    .map(c -> new Rewrite("computes and stores the value for every row", c.span()));
        }
        return volatileDefault().or(this::constrainedDomain);
    }

    private Optional<Rewrite> volatileDefault() {
        Span place = clause(ColumnConstraint.Kind.DEFAULT)
                .map(ColumnConstraint::span)
                .or(() -> definition.type().map(TypeName::span))
                .orElse(action.span());
        Optional<DefaultValue> value = added.flatMap(Column::defaultValue);
        if (value.isEmpty() && !has(ColumnConstraint.Kind.DEFAULT)) {
            value = domainDefault();
        }
        boolean serial = definition.type().filter(Types::isSerial).isPresent();
        if (value.isEmpty() && serial) {
            return Optional.of(new Rewrite("computes a number for every row", place));
        }
        value.filter(v -> !v.certain()).ifPresent(v -> acts.uncertain());
        return value.filter(v -> v.volatility() == Volatility.VOLATILE)
                .map(v -> new Rewrite("computes the default anew for every row", place));
    }

    /** Up to 12 a volatile default of a domain is computed once. */
    private Optional<DefaultValue> domainDefault() {
        return scene.since(13) ? type().flatMap(type -> Types.domainDefault(type, scene.schema())) : Optional.empty();
    }

    private Optional<Rewrite> constrainedDomain() {
        Span place = definition.type().map(TypeName::span).orElse(action.span());
        return type().filter(type -> Types.constrained(type, scene.schema()))
                .map(type -> new Rewrite("checks the domain " + type.name() + " for every row", place));
    }

    private Optional<DataType> type() {
        return added.flatMap(Column::type);
    }

    private void addTo(Table member, Optional<Rewrite> rewrite) {
        if (rewrite.isEmpty()) {
            acts.add(step.act(Operation.ADD_COLUMN, member).at(action.span()));
            return;
        }
        acts.add(step.act(Operation.ADD_COLUMN_REWRITE, member)
                .on(Role.INDEXES, scene.storedIndexes(member))
                .because(rewrite.get().reason())
                .at(rewrite.get().place()));
    }

    /** A sequence that was there before gives a value for each row. */
    private void useSequence(boolean rewritten) {
        if (!rewritten || step.reach().stream().noneMatch(this::mayHoldRows)) {
            return;
        }
        added.flatMap(Column::defaultValue).stream()
                .flatMap(value -> value.uses().stream())
                .flatMap(id -> scene.schema().object(id).stream())
                .filter(Sequence.class::isInstance)
                .map(sequence -> (Relation) sequence)
                .forEach(sequence -> acts.add(Act.of(Operation.USE_SEQUENCE)
                        .on(Role.SEQUENCE, scene.keys().of(sequence))));
    }

    private boolean mayHoldRows(Table table) {
        return !scene.certain(table) || scene.filled(table);
    }

    private void created() {
        for (Relation relation : step.trial().created()) {
            if (relation instanceof Sequence) {
                acts.add(Act.of(Operation.CREATE_TABLE_SEQUENCE)
                        .on(Role.NEW_SEQUENCE, scene.keys().created(relation)));
            }
        }
    }

    private boolean identity() {
        return has(ColumnConstraint.Kind.IDENTITY);
    }

    private boolean hasDefault() {
        return added.flatMap(Column::defaultValue).isPresent()
                || type().flatMap(type -> Types.domainDefault(type, scene.schema()))
                        .isPresent();
    }

    private boolean has(ColumnConstraint.Kind kind) {
        return clause(kind).isPresent();
    }

    private Optional<ColumnConstraint> clause(ColumnConstraint.Kind kind) {
        List<ColumnConstraint> constraints = definition.constraints();
        return constraints.stream().filter(c -> c.kind() == kind).findFirst();
    }
}
