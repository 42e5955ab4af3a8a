package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** ADD CONSTRAINT. */
final class ConstraintAddition {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final AlterAction.AddConstraint action;
    private final TableConstraint constraint;

    ConstraintAddition(AlterStep step, AlterAction.AddConstraint action) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.action = action;
        this.constraint = action.constraint();
    }

    void add() {
        refuseName();
        refuseAttributes();
        switch (constraint.kind()) {
            case CHECK -> check();
            case NOT_NULL -> notNull();
            case UNIQUE, PRIMARY_KEY -> key();
            case EXCLUDE -> exclude();
            case FOREIGN_KEY ->
                constraint
                        .references()
                        .ifPresent(target -> new ForeignKeyAddition(step, action.span())
                                .add(
                                        new ForeignKeyAddition.Written(
                                                constraint.name().map(Identifier::value),
                                                constraint.columns(),
                                                target,
                                                constraint.period(),
                                                constraint.attributes()),
                                        true));
        }
    }

    private void refuseName() {
        Optional<String> name = constraint.name().map(Identifier::value);
        boolean taken = name.flatMap(step.table()::constraint).isPresent();
        if (taken) {
            acts.add(step.act(Operation.ADD_CHECK_NOT_VALID));
            acts.fail(
                    "42710",
                    Subject.in(
                            step.table(),
                            ObjectKind.CONSTRAINT,
                            constraint.name().get()));
        }
    }

    private void refuseAttributes() {
        boolean needsIndex = constraint.kind() == TableConstraint.Kind.UNIQUE
                || constraint.kind() == TableConstraint.Kind.PRIMARY_KEY
                || constraint.kind() == TableConstraint.Kind.EXCLUDE;
        if (needsIndex && constraint.attributes().notValid()) {
            acts.fail("0A000", "A constraint with an index cannot be NOT VALID.");
        }
        boolean check = constraint.kind() == TableConstraint.Kind.CHECK;
        if (check
                && (constraint.attributes().deferrable()
                        || constraint.attributes().initiallyDeferred())) {
            acts.fail("0A000", "A CHECK constraint cannot be DEFERRABLE.");
        }
    }

    private void check() {
        List<Token> condition = constraint.expression().map(e -> e.tokens()).orElse(List.of());
        boolean children = !scene.descendants(step.table()).isEmpty();
        boolean free =
                constraint.attributes().notValid() || constraint.attributes().notEnforced();
        acts.add(
                constraint.noInherit() && !scene.since(18)
                        ? step.actAlone(Operation.ADD_CHECK_NOT_VALID)
                        : step.actOnAll(Operation.ADD_CHECK_NOT_VALID));
        if (constraint.noInherit() && step.table().kind() == Table.Kind.PARTITIONED) {
            acts.fail("42P16", "A CHECK constraint of a partitioned table cannot be NO INHERIT.");
        }
        if (step.only() && children && !constraint.noInherit()) {
            acts.fail("42P16", "The constraint must be added to the child tables too.");
        }
        new ExpressionProblems(scene, ExpressionProblems.Use.CHECK, Optional.of(step.table()))
                .of(condition)
                .ifPresent(acts::fail);
        LiteralValues.prematureLabel(condition, step.table(), scene)
                .ifPresent(problem -> acts.fail(problem.sqlState(), problem.reason()));
        if (free || acts.failed()) {
            return;
        }
        if (constraint.noInherit()) {
            acts.add(verified(Operation.ADD_CHECK_NO_INHERIT, step.table()));
            return;
        }
        for (Table member : step.reach()) {
            boolean merges = !member.id().equals(step.table().id())
                    && constraint
                            .name()
                            .flatMap(name -> member.constraint(name.value()))
                            .isPresent();
            acts.add(merges ? step.act(Operation.ADD_CHECK_NOT_VALID, member) : verified(Operation.ADD_CHECK, member));
            acts.risk(scene.key(member), "23514", "rows that break the CHECK");
        }
    }

    private Act verified(Operation operation, Table member) {
        String name = constraint.name().map(n -> " " + n.value()).orElse("");
        return step.act(operation, member)
                .because("verifies the CHECK" + name + " for every row")
                .at(action.span());
    }

    private void notNull() {
        Optional<String> name = constraint.columns().stream().findFirst().map(Identifier::value);
        if (name.isEmpty()) {
            acts.add(step.act(Operation.SET_NOT_NULL_PRESENT));
            return;
        }
        Optional<Column> column = step.column(constraint.columns().get(0));
        boolean named = step.table().constraints().stream()
                .anyMatch(c -> c.kind() == Constraint.Kind.NOT_NULL
                        && column.filter(found -> c.columns().contains(found.id()))
                                .isPresent()
                        && constraint
                                .name()
                                .filter(n -> !n.value().equals(c.name()))
                                .isPresent());
        if (named) {
            acts.add(step.act(Operation.SET_NOT_NULL_PRESENT));
            acts.fail("55000", "Column " + name.get() + " has a NOT NULL constraint of another name.");
        }
        if (constraint.attributes().notValid()) {
            acts.add(step.act(Operation.SET_NOT_NULL_PROVED).at(action.span()));
        } else {
            new Nullability(step).require(name.get(), action.span());
        }
    }

    private void key() {
        boolean primary = constraint.kind() == TableConstraint.Kind.PRIMARY_KEY;
        if (constraint.usingIndex().isPresent()) {
            new IndexAdoption(step, action).adopt();
            return;
        }
        List<String> columns =
                constraint.columns().stream().map(Identifier::value).toList();
        refuseColumns();
        refuseRepeated(columns);
        refuseIndexName();
        if (primary && step.table().primaryKey().isEmpty()) {
            columns.forEach(column -> requireNotNull(column));
        }
        new KeyAddition(step, action.span(), primary).build(columns);
    }

    private void requireNotNull(String column) {
        new Nullability(step).refuseUnverified(column);
        boolean nullable = step.table()
                .column(column)
                .filter(c -> !Nullability.isNotNull(step.table(), c))
                .isPresent();
        if (nullable && !acts.failed()) {
            new Nullability(step).require(column, action.span());
        }
    }

    private void refuseColumns() {
        for (Identifier name : constraint.columns()) {
            Optional<Column> column = step.column(name);
            if (column.flatMap(Column::generated).filter(g -> !g.stored()).isPresent()) {
                acts.add(step.act(Operation.ADD_UNIQUE));
                acts.fail("0A000", "A constraint with an index on a virtual generated column is not supported.");
            }
            column.flatMap(Column::type)
                    .filter(type -> OperatorClasses.get().surelyNoDefault("btree", type, scene))
                    .ifPresent(
                            type -> acts.fail("42704", "Type " + type + " has no default operator class for btree."));
        }
    }

    private void refuseRepeated(List<String> columns) {
        if (new HashSet<>(columns).size() < columns.size()) {
            acts.add(step.act(Operation.ADD_UNIQUE));
            acts.fail("42701", "A column stands twice in the constraint.");
        }
    }

    private void refuseIndexName() {
        constraint.name().ifPresent(name -> {
            var wanted = new ObjectName(step.table().name().schema(), name.value());
            if (scene.schema().relation(wanted).isPresent()) {
                acts.add(step.act(Operation.ADD_UNIQUE));
                acts.fail("42P07", Subject.of(ObjectKind.TABLE, name));
            }
        });
    }

    private void exclude() {
        refuseIndexName();
        if (step.table().kind() == Table.Kind.PARTITIONED && !scene.since(17)) {
            acts.add(Act.of(Operation.ADD_UNIQUE).on(Role.TABLE, step.key()));
            acts.fail("0A000", "Exclusion constraints of partitioned tables are not supported before 17.");
        }
        constraint.elements().forEach(this::refuseExclusion);
        new KeyAddition(step, action.span(), false).build(List.of());
    }

    private void refuseExclusion(IndexElement element) {
        String method = constraint.method();
        Optional<DataType> type = element.column().flatMap(step::column).flatMap(Column::type);
        boolean noClass = element.operatorClass().isEmpty()
                && type.filter(t -> OperatorClasses.get().surelyNoDefault(method, t, scene))
                        .isPresent();
        if (noClass) {
            acts.add(step.act(Operation.ADD_UNIQUE));
            acts.fail("42704", "Type " + type.get() + " has no default operator class for " + method + ".");
        }
        boolean sorts =
                Set.of("=", "<", "<=", ">", ">=").contains(element.operator().orElse("="));
        if (method.equals("btree") && !sorts) {
            acts.add(step.act(Operation.ADD_UNIQUE));
            acts.fail("42809", "Operator " + element.operator().get() + " belongs to no operator class of btree.");
        }
    }

    /** The index that a constraint takes over, if it is known. */
    static Lookup<Relation> indexNamed(Scene scene, Table table, Identifier name) {
        return scene.schema()
                .relation(new io.github.migralint.ast.QualifiedName(
                        List.of(new Identifier(table.name().schema(), true, name.span()), name), name.span()));
    }

    /** Whether a relation is an index of the table. */
    static boolean belongs(Relation relation, Table table) {
        return relation instanceof Index index && index.table().equals(table.id());
    }
}
