package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterPolicy;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.postgresql.replay.CatalogObjects;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import io.github.migralint.schema.View;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/**
 * Triggers, rules and policies.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record TriggerEffects(Scene scene, Acts acts) {
    private Optional<Relation> relation(QualifiedName name, Operation operation) {
        Lookup<Relation> found = scene.schema().relation(name);
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
            return Optional.empty();
        }
        RelationKey key =
                found.found().map(scene.keys()::of).orElseGet(() -> scene.keys().unknown(name));
        if (found.found().isEmpty()) {
            acts.uncertain();
        }
        acts.add(Act.of(operation).on(Role.TABLE, key));
        return found.found();
    }

    void create(CreateTrigger statement) {
        if (statement.constraint() && statement.replace()) {
            acts.fail("0A000", "A constraint trigger cannot be replaced.");
        }
        Optional<Relation> found = relation(statement.table(), Operation.CREATE_TRIGGER);
        statement
                .referenced()
                .ifPresent(name -> scene.schema()
                        .relation(name)
                        .found()
                        .ifPresent(r -> acts.add(Act.of(Operation.CREATE_TRIGGER)
                                .on(Role.SOURCE, scene.keys().of(r)))));
        found.ifPresent(relation -> refuseKind(statement, relation));
        if (found.orElse(null) instanceof Table table) {
            refuse(statement, table);
            boolean spreads = statement.forEachRow() && table.kind() == Table.Kind.PARTITIONED;
            if (spreads && !acts.failed()) {
                scene.descendants(table)
                        .forEach(partition ->
                                acts.add(Act.of(Operation.CREATE_TRIGGER).on(Role.TABLE, scene.key(partition))));
            }
        }
        refuseFunction(statement);
    }

    private void refuseKind(CreateTrigger statement, Relation relation) {
        boolean instead = statement.timing().equals("INSTEAD OF");
        boolean view = relation instanceof View v && !v.materialized();
        boolean stored = relation instanceof View v && v.materialized();
        if (stored || (view && !instead && statement.forEachRow()) || (!view && instead)) {
            acts.fail("42809", relation.name().name() + " cannot have such a trigger.");
        }
    }

    private void refuse(CreateTrigger statement, Table table) {
        boolean before = statement.timing().equals("BEFORE") && statement.forEachRow();
        if (before && table.kind() == Table.Kind.PARTITIONED && !scene.since(13)) {
            acts.fail("42809", "A partitioned table has no BEFORE trigger for each row before 13.");
        }
        if (scene.certain(table)) {
            statement.updateColumns().stream()
                    .filter(column -> table.column(column.value()).isEmpty())
                    .findFirst()
                    .ifPresent(column -> acts.fail("42703", Subject.in(table, ObjectKind.COLUMN, column)));
        }
        if (scene.certain(table)) {
            statement.when().ifPresent(when -> refuseRowColumns(when.tokens(), table));
        }
        boolean taken = table.triggers().stream()
                .map(Trigger::name)
                .anyMatch(statement.name().value()::equals);
        if (taken && !statement.replace()) {
            acts.fail("42710", Subject.in(table, ObjectKind.TRIGGER, statement.name()));
        }
    }

    /** NEW and OLD have the columns of the table. */
    private void refuseRowColumns(List<Token> tokens, Table table) {
        for (int i = 2; i < tokens.size(); i++) {
            boolean ofRow = tokens.get(i - 1).isSymbol(".")
                    && (tokens.get(i - 2).isWord("new") || tokens.get(i - 2).isWord("old"));
            if (ofRow && Predicates.isName(tokens.get(i))) {
                String name = Predicates.name(tokens.get(i));
                if (table.column(name).isEmpty() && !AlterStep.isSystemColumn(name)) {
                    acts.fail("42703", "Column " + name + " does not exist.");
                }
            }
        }
    }

    private void refuseFunction(CreateTrigger statement) {
        List<Routine> routines = scene.schema().routines(statement.function());
        boolean missing = routines.isEmpty()
                && scene.schema().complete()
                && scene.schema().extensions().isEmpty()
                && !BuiltIns.isFunction(statement.function())
                && !scene.schema().uncertain(statement.function())
                && !List.of(
                                "tsvector_update_trigger",
                                "tsvector_update_trigger_column",
                                "suppress_redundant_updates_trigger")
                        .contains(statement.function().name());
        if (missing) {
            acts.fail("42883", Subject.of(ObjectKind.FUNCTION, statement.function()));
        }
        boolean wrong = !routines.isEmpty()
                && routines.stream().noneMatch(r -> r.returnType().equals("trigger"));
        if (wrong) {
            acts.fail("42P17", "Function " + statement.function() + " does not return a trigger.");
        }
    }

    void createPolicy(CreatePolicy statement) {
        relation(statement.table(), Operation.CREATE_POLICY).ifPresent(relation -> {
            if (relation instanceof Table table) {
                boolean taken = table.policies().stream()
                        .anyMatch(p -> p.name().equals(statement.name().value()));
                if (taken) {
                    acts.fail("42710", Subject.in(table, ObjectKind.POLICY, statement.name()));
                }
                refuseNames(statement.using(), table);
                refuseNames(statement.withCheck(), table);
            } else {
                acts.fail("42809", relation.name().name() + " is not a table.");
            }
        });
        readsOf(statement.using());
        readsOf(statement.withCheck());
        if (statement.command().equals("INSERT") && statement.using().isPresent()) {
            acts.fail("42601", "A policy for INSERT has WITH CHECK only.");
        }
        boolean leaves =
                statement.command().equals("SELECT") || statement.command().equals("DELETE");
        if (leaves && statement.withCheck().isPresent()) {
            acts.fail("42601", "A policy for " + statement.command() + " has USING only.");
        }
    }

    /** Names of columns that are none; inside of subqueries there are other columns too. */
    private void refuseNames(Optional<Expression> condition, Table table) {
        condition
                .map(Expression::tokens)
                .filter(tokens -> tokens.stream().noneMatch(token -> token.isWord("select")))
                .flatMap(tokens -> new ExpressionProblems(scene, ExpressionProblems.Use.POLICY, Optional.of(table))
                        .ofNames(tokens))
                .ifPresent(acts::fail);
    }

    /** A condition with a subquery reads how other tables are made. */
    private void readsOf(Optional<Expression> condition) {
        condition.ifPresent(expression -> Subqueries.relations(expression.tokens())
                .forEach(name -> scene.schema()
                        .relation(name)
                        .found()
                        .ifPresent(r -> acts.add(Act.of(Operation.READ_NAMES)
                                .on(Role.SOURCE, scene.keys().of(r))))));
    }

    void alterPolicy(AlterPolicy statement) {
        relation(statement.table(), Operation.CREATE_POLICY).ifPresent(relation -> {
            boolean missing = relation instanceof Table table
                    && scene.certain(table)
                    && table.policies().stream()
                            .noneMatch(p -> p.name().equals(statement.name().value()));
            if (missing) {
                acts.fail("42704", Subject.of(ObjectKind.POLICY, statement.name()));
            }
        });
        readsOf(statement.using());
        readsOf(statement.withCheck());
    }

    void drop(DropObject statement) {
        for (ObjectReference reference : statement.objects()) {
            reference.on().ifPresent(on -> drop(statement, reference.name().last(), on));
        }
    }

    private void drop(DropObject statement, Identifier name, QualifiedName on) {
        Lookup<Relation> found = scene.schema().relation(on);
        if (found.isAbsent()) {
            if (!statement.ifExists()) {
                acts.fail("42P01", Subject.of(ObjectKind.TABLE, on));
            }
            return;
        }
        Optional<Table> table = found.found().filter(Table.class::isInstance).map(Table.class::cast);
        boolean missing = table.filter(t -> scene.certain(t) && !has(t, statement.kind(), name.value()))
                .isPresent();
        if (missing) {
            if (!statement.ifExists()) {
                acts.fail("42704", Subject.of(statement.kind(), name));
            }
            return;
        }
        if (statement.kind() == ObjectKind.RULE && found.found().isPresent()) {
            if (missingRule(statement, found.found().get(), name)) {
                return;
            }
        }
        RelationKey key =
                found.found().map(scene.keys()::of).orElseGet(() -> scene.keys().unknown(on));
        if (statement.kind() == ObjectKind.TRIGGER && table.isPresent() && ofParent(table.get(), name.value())) {
            acts.add(Act.of(Operation.READ_NAMES).on(Role.SOURCE, key));
            acts.fail("2BP01", "The trigger of the partitioned table requires it.");
        }
        acts.add(Act.of(Operation.DROP_TRIGGER).on(Role.TABLE, key));
        if (statement.kind() == ObjectKind.TRIGGER) {
            table.ifPresent(t -> withTrigger(scene, t, name.value())
                    .forEach(partition ->
                            acts.add(Act.of(Operation.DROP_TRIGGER).on(Role.TABLE, scene.key(partition)))));
        }
    }

    private boolean missingRule(DropObject statement, Relation relation, Identifier name) {
        boolean ofView = relation instanceof View && name.value().equals("_RETURN");
        if (ofView) {
            acts.add(Act.of(Operation.DROP_TRIGGER).on(Role.TABLE, scene.keys().of(relation)));
            acts.fail("2BP01", "The view requires its rule.");
            return false;
        }
        boolean missing = scene.schema().complete()
                && CatalogObjects.rule(scene.schema(), relation.id(), name.value())
                        .isEmpty();
        if (missing && !statement.ifExists()) {
            acts.fail("42704", Subject.of(ObjectKind.RULE, name));
        }
        return missing;
    }

    private boolean ofParent(Table table, String name) {
        boolean above = scene.ancestors(table).stream()
                .anyMatch(parent ->
                        named(parent, name).filter(Trigger::forEachRow).isPresent());
        return above && named(table, name).filter(Trigger::forEachRow).isPresent();
    }

    private static Optional<Trigger> named(Table table, String name) {
        return table.triggers().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    private static boolean has(Table table, ObjectKind kind, String name) {
        return switch (kind) {
            case TRIGGER -> named(table, name).isPresent();
            case POLICY -> table.policies().stream().anyMatch(p -> p.name().equals(name));
            default -> true;
        };
    }

    /** The partitions that have a copy of a row trigger of their parent. */
    static List<Table> withTrigger(Scene scene, Table table, String name) {
        boolean spreads = table.kind() == Table.Kind.PARTITIONED
                && named(table, name).filter(Trigger::forEachRow).isPresent();
        return spreads ? scene.descendants(table) : List.of();
    }
}
