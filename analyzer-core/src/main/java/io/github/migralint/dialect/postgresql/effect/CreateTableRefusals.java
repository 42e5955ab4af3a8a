package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.LikeClause;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.PartitionKey;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.CompositeType;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.UserType;
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
        Optional<UserType> alike = nothingMade
                ? Optional.empty()
                : scene.schema().type(statement.name()).found();
        if (alike.isPresent() && statement.persistence() != Persistence.TEMPORARY) {
            boolean relation = alike.get() instanceof CompositeType;
            acts.fail(relation ? "42P07" : "42710", Subject.of(ObjectKind.TYPE, statement.name()));
        }
        if (acts.failed()) {
            return;
        }
        refuseColumns();
        refuseKeys();
        refuseSettings();
        refusePartitionKey();
    }

    private void refuseColumns() {
        Set<String> seen = new HashSet<>();
        for (TableElement element : statement.elements()) {
            acts.at(element.span());
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
        acts.at(Effect.WHOLE_STATEMENT);
    }

    private void refuseSettings() {
        if (statement.dropOnCommit() && statement.persistence() != Persistence.TEMPORARY) {
            acts.fail("42P16", "Only temporary tables go with their transaction.");
        }
        boolean oids = statement.options().stream()
                .anyMatch(option -> option.name().equals("oids")
                        && option.value().filter("false"::equalsIgnoreCase).isEmpty());
        if (oids) {
            acts.fail("0A000", "Tables have no OIDs since PostgreSQL 12.");
        }
        if (statement.foreignServer().isEmpty()) {
            StorageParameters.problem("table", statement.options(), scene).ifPresent(acts::fail);
        }
        statement.ofType().ifPresent(this::refuseType);
        for (QualifiedName parent : statement.inherits()) {
            if (scene.schema().relation(parent).found().orElse(null) instanceof Table table) {
                refuseParent(table);
            }
        }
    }

    private void refuseType(QualifiedName name) {
        Lookup<UserType> found = scene.schema().type(name);
        if (found.isAbsent() && scene.schema().relation(name).isAbsent()) {
            acts.fail("42704", Subject.of(ObjectKind.TYPE, name));
        }
        if (found.found().filter(type -> !(type instanceof CompositeType)).isPresent()) {
            acts.fail("42809", name + " is not a composite type.");
        }
    }

    private void refuseParent(Table parent) {
        if (parent.kind() == Table.Kind.PARTITIONED) {
            acts.add(Act.of(Operation.CREATE_TABLE_INHERITS).on(Role.PARENT, scene.key(parent)));
            acts.fail("42809", parent.name().name() + " is partitioned: it has partitions, not children.");
        }
        for (TableElement element : statement.elements()) {
            if (element instanceof ColumnDefinition column && column.type().isPresent()) {
                String wanted =
                        Types.resolve(column.type().get(), scene.schema()).toString();
                boolean differs = parent.column(column.name().value())
                        .flatMap(Column::type)
                        .filter(type -> !type.toString().equals(wanted))
                        .isPresent();
                if (differs) {
                    acts.add(Act.of(Operation.CREATE_TABLE_INHERITS).on(Role.PARENT, scene.key(parent)));
                    acts.fail("42804", "Column " + column.name() + " has another type in the parent.");
                }
            }
        }
    }

    private void refuseKeys() {
        var names = new HashSet<String>();
        for (TableElement element : statement.elements()) {
            if (element instanceof TableConstraint constraint
                    && constraint.kind() == TableConstraint.Kind.CHECK
                    && constraint
                            .name()
                            .filter(name -> !names.add(name.value()))
                            .isPresent()) {
                acts.fail("42710", "Constraint " + constraint.name().get() + " is defined twice.");
            }
        }
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
        statement.partitionKey().ifPresent(this::refuseKey);
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

    private void refuseKey(PartitionKey key) {
        if (key.strategy().equals("list") && key.elements().size() > 1) {
            acts.fail("42P17", "Lists divide by one column.");
        }
        boolean allColumns = statement.elements().stream().allMatch(e -> !(e instanceof LikeClause))
                && statement.inherits().isEmpty()
                && statement.ofType().isEmpty()
                && statement.partitionOf().isEmpty();
        for (IndexElement element : key.elements()) {
            boolean missing = allColumns
                    && element.column()
                            .filter(column -> !AlterStep.isSystemColumn(column.value()) && !defines(column.value()))
                            .isPresent();
            if (missing) {
                acts.fail(
                        "42703", Subject.of(ObjectKind.COLUMN, element.column().get()));
            }
            boolean unique = statement.elements().stream().anyMatch(CreateTableRefusals::isUnique);
            if (element.column().isEmpty() && unique) {
                acts.fail("0A000", "A unique constraint cannot cover a partition key with expressions.");
            }
        }
    }

    private boolean defines(String name) {
        return statement.elements().stream()
                .anyMatch(e -> e instanceof ColumnDefinition column
                        && column.name().value().equals(name));
    }

    private static boolean isUnique(TableElement element) {
        return switch (element) {
            case ColumnDefinition column ->
                column.constraints().stream()
                        .anyMatch(c -> c.kind() == ColumnConstraint.Kind.UNIQUE
                                || c.kind() == ColumnConstraint.Kind.PRIMARY_KEY);
            case TableConstraint c ->
                c.kind() == TableConstraint.Kind.UNIQUE || c.kind() == TableConstraint.Kind.PRIMARY_KEY;
            case IndexDefinition ignored -> false;
            case LikeClause ignored -> false;
        };
    }

    private void refuseUncovered(boolean unique, List<String> partitionKey, List<String> columns) {
        if (unique && !columns.containsAll(partitionKey)) {
            acts.fail("0A000", "A unique constraint must include all columns of the partition key.");
        }
    }
}
