package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in the way of CREATE TABLE. */
final class CreateTableRefusals {
    private final Scene scene;
    private final Acts acts;
    private final CreateTable statement;

    CreateTableRefusals(Scene scene, Acts acts, CreateTable statement) {
        this.scene = scene;
        this.acts = acts;
        this.statement = statement;
    }

    void check(boolean nothingMade) {
        boolean taken = nothingMade
                && statement.persistence() != Persistence.TEMPORARY
                && scene.schema().relation(statement.name()) instanceof Lookup.Found<Relation>;
        if (taken && !statement.ifNotExists()) {
            acts.fail("42P07", Subject.of(ObjectKind.TABLE, statement.name()));
        }
        if (acts.failed()) {
            return;
        }
        refuseColumns();
        refuseKeys();
        refusePartitionKey();
    }

    private void refuseColumns() {
        Set<String> seen = new HashSet<>();
        for (TableElement element : statement.elements()) {
            if (element instanceof ColumnDefinition column) {
                String name = column.name().value();
                if (!seen.add(name) && statement.partitionOf().isEmpty()) {
                    acts.fail("42701", "Column " + name + " is defined twice.");
                }
                if (AlterStep.isSystemColumn(name)) {
                    acts.fail("42701", name + " is the name of a system column.");
                }
                column.type()
                        .filter(type -> Types.surelyMissing(type, scene.schema()))
                        .ifPresent(type -> acts.fail("42704", Subject.of(ObjectKind.TYPE, Types.named(type))));
                column.constraints().stream()
                        .filter(c -> c.kind() == ColumnConstraint.Kind.DEFAULT)
                        .flatMap(c -> c.expression().stream())
                        .flatMap(value -> column.type().stream()
                                .map(type -> Types.resolve(type, scene.schema()))
                                .flatMap(type -> LiteralValues.problem(value, type, scene).stream()))
                        .forEach(problem -> acts.fail(problem.sqlState(), problem.reason()));
            }
        }
    }

    private void refuseKeys() {
        long keys = statement.elements().stream()
                .mapToLong(CreateTableRefusals::primaryKeys)
                .sum();
        if (keys > 1) {
            acts.fail("42P16", "A table has one primary key.");
        }
    }

    private static long primaryKeys(TableElement element) {
        return switch (element) {
            case ColumnDefinition column ->
                column.constraints().stream()
                        .filter(c -> c.kind() == ColumnConstraint.Kind.PRIMARY_KEY)
                        .count();
            case TableConstraint constraint -> constraint.kind() == TableConstraint.Kind.PRIMARY_KEY ? 1 : 0;
            default -> 0;
        };
    }

    private void refusePartitionKey() {
        Optional<List<String>> key = statement
                .partitionKey()
                .filter(k -> k.elements().stream().allMatch(e -> e.column().isPresent()))
                .map(k ->
                        k.elements().stream().map(e -> e.column().get().value()).toList());
        if (key.isEmpty()) {
            return;
        }
        for (TableElement element : statement.elements()) {
            switch (element) {
                case ColumnDefinition column -> {
                    boolean unique = column.constraints().stream()
                            .anyMatch(c -> c.kind() == ColumnConstraint.Kind.UNIQUE
                                    || c.kind() == ColumnConstraint.Kind.PRIMARY_KEY);
                    refuseUncovered(unique, key.get(), List.of(column.name().value()));
                }
                case TableConstraint c ->
                    refuseUncovered(
                            c.kind() == TableConstraint.Kind.UNIQUE || c.kind() == TableConstraint.Kind.PRIMARY_KEY,
                            key.get(),
                            c.columns().stream().map(Identifier::value).toList());
                default -> {}
            }
        }
    }

    private void refuseUncovered(boolean unique, List<String> partitionKey, List<String> columns) {
        if (unique && !columns.containsAll(partitionKey)) {
            acts.fail("0A000", "A unique constraint must include all columns of the partition key.");
        }
    }
}
