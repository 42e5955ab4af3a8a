package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.AlterPolicy;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.Expression;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.Trigger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Triggers and row security policies. */
final class Triggers {
    private final Change change;

    Triggers(Change change) {
        this.change = change;
    }

    void create(CreateTrigger statement) {
        change.table(statement.table()).ifPresent(table -> {
            Optional<Trigger> old = table.triggers().stream()
                    .filter(trigger -> trigger.name().equals(statement.name().value()))
                    .findFirst();
            if (old.isEmpty() || statement.replace()) {
                Trigger trigger = trigger(statement, table, old.map(Trigger::id));
                put(table, trigger);
                if (table.kind() == Table.Kind.PARTITIONED && statement.forEachRow()) {
                    change.now().childrenOf(table.id()).forEach(child -> copy(trigger, child));
                }
            }
        });
    }

    private void put(Table table, Trigger trigger) {
        change.edit(table.id(), draft -> {
            draft.triggers().removeIf(t -> t.name().equals(trigger.name()));
            draft.triggers().add(trigger);
        });
    }

    private Trigger trigger(CreateTrigger statement, Table table, Optional<ObjectId> old) {
        var columns = new LinkedHashSet<>(Change.columnIds(table, statement.updateColumns()));
        statement.when().ifPresent(when -> columns.addAll(rowColumns(when, table)));
        return new Trigger(
                old.orElseGet(change.schema()::newId),
                statement.name().value(),
                statement.timing(),
                statement.events(),
                change.now().routines(statement.function()).stream().findFirst().map(Routine::id),
                statement.function(),
                List.copyOf(columns),
                statement.forEachRow(),
                true,
                statement.constraint(),
                change.origin());
    }

    /** Columns of NEW and OLD in a trigger condition. */
    private static List<ObjectId> rowColumns(Expression when, Table table) {
        return Mentions.columns(when.tokens(), table.columns());
    }

    private void copy(Trigger trigger, Table partition) {
        put(partition, forPartition(trigger));
        change.now().childrenOf(partition.id()).forEach(child -> copy(trigger, child));
    }

    private Trigger forPartition(Trigger trigger) {
        return new Trigger(
                change.schema().newId(),
                trigger.name(),
                trigger.timing(),
                trigger.events(),
                trigger.function(),
                trigger.functionName(),
                List.of(),
                true,
                trigger.enabled(),
                trigger.constraint(),
                change.origin());
    }

    /** A partition takes the row triggers of its parent. */
    void copyToPartition(Table parent, ObjectId partition) {
        for (Trigger trigger : parent.triggers()) {
            if (trigger.forEachRow()) {
                copy(trigger, change.table(partition));
            }
        }
    }

    void createPolicy(CreatePolicy statement) {
        change.table(statement.table()).ifPresent(table -> {
            boolean taken = table.policies().stream()
                    .anyMatch(policy -> policy.name().equals(statement.name().value()));
            if (!taken) {
                var policy = new Policy(
                        change.schema().newId(),
                        statement.name().value(),
                        statement.permissive(),
                        statement.command(),
                        columns(table, statement.using(), statement.withCheck()),
                        uses(table, statement.using(), statement.withCheck()),
                        change.origin());
                change.edit(table.id(), draft -> draft.policies().add(policy));
            }
        });
    }

    void alterPolicy(AlterPolicy statement) {
        change.table(statement.table()).ifPresent(table -> {
            List<ObjectId> columns = columns(table, statement.using(), statement.withCheck());
            List<ObjectId> uses = uses(table, statement.using(), statement.withCheck());
            change.edit(
                    table.id(),
                    draft -> draft.policies()
                            .replaceAll(policy ->
                                    policy.name().equals(statement.name().value())
                                            ? policy.withConditions(columns, uses)
                                            : policy));
        });
    }

    private static List<ObjectId> columns(Table table, Optional<Expression> using, Optional<Expression> check) {
        var columns = new LinkedHashSet<ObjectId>();
        using.ifPresent(e -> columns.addAll(Mentions.columns(e.tokens(), table.columns())));
        check.ifPresent(e -> columns.addAll(Mentions.columns(e.tokens(), table.columns())));
        return List.copyOf(columns);
    }

    /** Relations of subqueries, and functions. */
    private List<ObjectId> uses(Table table, Optional<Expression> using, Optional<Expression> check) {
        var uses = new LinkedHashSet<ObjectId>();
        Stream.concat(using.stream(), check.stream()).map(Expression::tokens).forEach(tokens -> {
            RuleAction.of(tokens)
                    .reads()
                    .forEach(name -> change.relation(name).ifPresent(relation -> uses.add(relation.id())));
            Mentions.calls(tokens).forEach(call -> {
                List<Routine> called = change.now().routines(call.function());
                if (called.size() == 1) {
                    uses.add(called.get(0).id());
                }
            });
        });
        uses.remove(table.id());
        return List.copyOf(uses);
    }
}
