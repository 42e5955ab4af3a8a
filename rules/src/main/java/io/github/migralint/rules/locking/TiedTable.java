package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.LockMode;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.LocksHeld;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table in use that a statement locks because of a foreign key between it and the table that the statement is about.
 *
 * @param relation the table
 * @param lock the lock on it
 * @param key the key, if it belongs to the table of the statement
 * @param because how the two are tied
 */
record TiedTable(RelationKey relation, LockMode lock, Optional<OwnKey> key, String because) {
    /**
     * A foreign key of a table of the statement.
     *
     * @param table the table
     * @param constraint the key
     */
    record OwnKey(QualifiedName table, Constraint constraint) {}

    /** Those that a step locks so that their writers wait, each once; tables that the statement names are none. */
    static List<TiedTable> lockedBy(Step step, List<QualifiedName> named) {
        Set<ObjectId> own = new HashSet<>();
        named.stream().flatMap(name -> step.before().table(name).stream()).forEach(table -> {
            own.add(table.id());
            Partitions.descendants(step, table).forEach(child -> own.add(child.id()));
            Partitions.withAncestors(step, table.id()).forEach(own::add);
        });
        addedTargets(step).stream()
                .flatMap(name -> step.before().table(name).stream())
                .map(Table::id)
                .forEach(own::add);
        var found = new ArrayList<TiedTable>();
        for (Effect.TakesLock lock : step.effects().of(Effect.TakesLock.class)) {
            boolean other = lock.relation().id().filter(id -> !own.contains(id)).isPresent();
            boolean waits = lock.mode().blocking().stopsWrites() && !LocksHeld.cover(step, lock);
            if (other && waits && Serving.clients(step, lock.relation())) {
                tie(step, named, lock).ifPresent(found::add);
            }
        }
        return withoutParts(step, found);
    }

    /** The name of the table. */
    String name() {
        return relation.name();
    }

    /** The statement that drops the key, if it can be dropped on its own. */
    Optional<String> dropKey(Step step) {
        return key.map(own -> "ALTER TABLE " + Sql.name(step, own.table()) + " DROP CONSTRAINT "
                + step.quote(own.constraint().name()) + ";");
    }

    private static Optional<TiedTable> tie(Step step, List<QualifiedName> named, Effect.TakesLock lock) {
        ObjectId id = lock.relation().id().orElseThrow();
        String name = lock.relation().name();
        if (step.statement() instanceof CreateTable create) {
            boolean referenced = targets(create)
                    .flatMap(target -> step.before().relation(target).found().stream())
                    .map(Relation::id)
                    .anyMatch(id::equals);
            return referenced
                    ? Optional.of(new TiedTable(
                            lock.relation(), lock.mode(), Optional.empty(), create.name() + " references " + name))
                    : Optional.empty();
        }
        for (QualifiedName own : named) {
            Optional<Table> table = step.before().table(own);
            Optional<Constraint> outgoing = table.flatMap(found -> keyTo(found, id));
            if (outgoing.isPresent()) {
                return Optional.of(new TiedTable(
                        lock.relation(),
                        lock.mode(),
                        Optional.of(new OwnKey(own, outgoing.get())),
                        outgoing.get().name() + " of " + own + " references " + name));
            }
            boolean incoming = table.stream()
                    .flatMap(found -> step.before().referencing(found.id()).stream())
                    .anyMatch(found -> found.id().equals(id));
            if (incoming) {
                return Optional.of(
                        new TiedTable(lock.relation(), lock.mode(), Optional.empty(), name + " references " + own));
            }
        }
        return Optional.empty();
    }

    private static Optional<Constraint> keyTo(Table table, ObjectId target) {
        return table.constraints().stream()
                .filter(constraint -> constraint
                        .foreignKey()
                        .flatMap(ForeignKey::table)
                        .filter(target::equals)
                        .isPresent())
                .findFirst();
    }

    /** The tables that a new foreign key of an ALTER TABLE names: who reads the statement sees them. */
    private static List<QualifiedName> addedTargets(Step step) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return List.of();
        }
        var targets = new ArrayList<QualifiedName>();
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.AddConstraint add) {
                add.constraint().references().map(ForeignKeyTarget::table).ifPresent(targets::add);
            } else if (action instanceof AlterAction.AddColumn add) {
                targets(add.column()).forEach(targets::add);
            }
        }
        return targets;
    }

    private static Stream<QualifiedName> targets(CreateTable create) {
        return create.elements().stream().flatMap(element -> {
            if (element instanceof ColumnDefinition column) {
                return targets(column);
            }
            return element instanceof TableConstraint constraint
                    ? constraint.references().map(ForeignKeyTarget::table).stream()
                    : Stream.empty();
        });
    }

    private static Stream<QualifiedName> targets(ColumnDefinition column) {
        return column.constraints().stream()
                .map(ColumnConstraint::references)
                .flatMap(Optional::stream)
                .map(ForeignKeyTarget::table);
    }

    /** A partition is told with its whole. */
    private static List<TiedTable> withoutParts(Step step, List<TiedTable> tied) {
        Set<ObjectId> all = new HashSet<>();
        tied.forEach(table -> table.relation().id().ifPresent(all::add));
        return tied.stream()
                .filter(table -> table.relation().id().stream()
                        .flatMap(id -> Partitions.withAncestors(step, id).skip(1))
                        .noneMatch(all::contains))
                .toList();
    }
}
