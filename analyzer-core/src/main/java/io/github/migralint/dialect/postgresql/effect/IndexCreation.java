package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Partitioning;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CREATE INDEX, concurrently or not, on a table, a materialized view or all partitions of a table. */
final class IndexCreation {
    private static final Set<String> METHODS = Set.of("btree", "hash", "gist", "gin", "spgist", "brin");
    private static final Set<String> SINGLE_COLUMN = Set.of("hash", "spgist");

    private final Scene scene;
    private final Acts acts;
    private final CreateIndex statement;

    IndexCreation(Scene scene, Acts acts, CreateIndex statement) {
        this.scene = scene;
        this.acts = acts;
        this.statement = statement;
    }

    private Operation operation() {
        return statement.concurrently() ? Operation.CREATE_INDEX_CONCURRENTLY : Operation.CREATE_INDEX;
    }

    private Operation presentOperation() {
        return statement.concurrently() ? Operation.CREATE_INDEX_CONCURRENTLY_PRESENT : Operation.CREATE_INDEX_PRESENT;
    }

    void create() {
        Lookup<Relation> found = scene.schema().relation(statement.table());
        Optional<Problem> noSchema = scene.missingSchema(statement.table());
        if (found.isAbsent() || noSchema.isPresent()) {
            acts.add(Act.of(presentOperation()));
            noSchema.ifPresent(acts::fail);
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, statement.table()));
            return;
        }
        switch (found.found().orElse(null)) {
            case Table table -> onTable(table);
            case View view -> onView(view);
            case Relation other -> {
                acts.add(Act.of(presentOperation()));
                acts.fail("42809", other.name().name() + " cannot have an index.");
            }
            case null -> onUnknown();
        }
    }

    private void onUnknown() {
        acts.uncertain();
        RelationKey table = scene.keys().unknown(statement.table());
        String name =
                statement.name().map(Identifier::value).orElse(statement.table().name() + "_idx");
        acts.add(Act.of(operation())
                .on(Role.TABLE, table)
                .on(Role.NEW_INDEX, new RelationKey("index", name, Optional.empty(), true))
                .because("builds the index " + name));
    }

    private void onView(View view) {
        if (!view.materialized()) {
            acts.add(Act.of(presentOperation()));
            acts.fail("42809", view.name().name() + " is a view.");
            return;
        }
        build(scene.keys().of(view), List.of(scene.keys().of(view)));
    }

    private void onTable(Table table) {
        boolean tree = table.kind() == Table.Kind.PARTITIONED && !statement.only();
        List<Table> members = tree ? scene.family(table) : List.of(table);
        members.forEach(member -> acts.add(Act.of(presentOperation()).on(Role.TABLE, scene.key(member))));
        if (statement.concurrently() && table.kind() == Table.Kind.PARTITIONED) {
            acts.fail("0A000", "An index on a partitioned table cannot be built concurrently.");
        }
        if (!table.complete()) {
            acts.uncertain();
        }
        if (isTaken(table)) {
            if (!statement.ifNotExists()) {
                acts.fail("42P07", Subject.of(ObjectKind.TABLE, statement.name().get()));
            }
            return;
        }
        refuse(table);
        build(scene.key(table), scene.keysOf(members));
    }

    private boolean isTaken(Table table) {
        return statement
                .name()
                .map(name -> new ObjectName(table.name().schema(), name.value()))
                .flatMap(scene.schema()::relation)
                .isPresent();
    }

    private void build(RelationKey own, List<RelationKey> members) {
        Trial trial = Trial.of(scene.schema(), statement);
        List<Index> created = trial.createdIndexes();
        for (Index index : created) {
            RelationKey table = scene.schema()
                    .object(index.table())
                    .map(found -> scene.keys().of((Relation) found))
                    .orElse(own);
            acts.add(Act.of(operation())
                    .on(Role.TABLE, table)
                    .on(Role.NEW_INDEX, scene.keys().created(index))
                    .because("builds the index " + index.name().name()));
        }
        members.forEach(member -> acts.add(Act.of(presentOperation()).on(Role.TABLE, member)));
        trial.changed().stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .forEach(index -> acts.add(Act.of(Operation.TAKE_PARTITION_INDEX)
                        .on(Role.INDEX, scene.keys().of(index))));
        if (created.isEmpty() && !acts.failed()) {
            acts.uncertain();
        }
        if (statement.unique()) {
            acts.risk(own, "23505", "rows that are equal in what must be unique");
        }
    }

    private void refuse(Table table) {
        if (!METHODS.contains(statement.method()) && surelyNoExtension()) {
            acts.fail("42704", "Access method " + statement.method() + " does not exist.");
        }
        refuseForMethod();
        if (METHODS.contains(statement.method())) {
            StorageParameters.problem(statement.method(), statement.options(), scene)
                    .ifPresent(acts::fail);
        }
        for (IndexElement element : statement.elements()) {
            refuseElement(element, table);
        }
        for (Identifier column : statement.include()) {
            refuseUnknown(column, table);
        }
        refuseUncovered(table);
        statement
                .where()
                .flatMap(where -> new ExpressionProblems(scene, ExpressionProblems.Use.PREDICATE, Optional.of(table))
                        .of(where.tokens()))
                .ifPresent(acts::fail);
        statement
                .where()
                .flatMap(where -> LiteralValues.prematureLabel(where.tokens(), table, scene))
                .ifPresent(problem -> acts.fail(problem.sqlState(), problem.reason()));
    }

    /** Methods and operator classes other than the server's come with extensions; pgvector's go with its type. */
    private boolean surelyNoExtension() {
        var vector = new Identifier("vector", false, statement.span());
        return scene.schema().complete()
                && scene.schema().extensions().isEmpty()
                && !scene.schema().uncertain(QualifiedName.of(vector));
    }

    private void refuseForMethod() {
        String method = statement.method();
        if (SINGLE_COLUMN.contains(method) && statement.elements().size() > 1) {
            acts.fail("0A000", "An index of method " + method + " has one column.");
        }
        if (statement.unique() && METHODS.contains(method) && !method.equals("btree")) {
            acts.fail("0A000", "An index of method " + method + " cannot be unique.");
        }
        boolean includes =
                method.equals("btree") || method.equals("gist") || (method.equals("spgist") && scene.since(14));
        if (!statement.include().isEmpty() && METHODS.contains(method) && !includes) {
            acts.fail("0A000", "An index of method " + method + " has no included columns.");
        }
    }

    private void refuseUnknown(Identifier column, Table table) {
        boolean missing = table.column(column.value()).isEmpty() && !AlterStep.isSystemColumn(column.value());
        if (missing && scene.certain(table)) {
            acts.fail("42703", Subject.in(table, ObjectKind.COLUMN, column));
        }
    }

    private void refuseElement(IndexElement element, Table table) {
        element.column().ifPresent(column -> refuseUnknown(column, table));
        Optional<Column> column = element.column().flatMap(name -> table.column(name.value()));
        if (element.column()
                .filter(name -> AlterStep.isSystemColumn(name.value()))
                .isPresent()) {
            acts.fail("0A000", "A system column cannot be indexed.");
        }
        Optional<DataType> type = column.flatMap(Column::type)
                .or(() -> element.expression().flatMap(e -> ExpressionTypes.of(e.tokens(), Optional.of(table), scene)));
        element.expression()
                .flatMap(e ->
                        new ExpressionProblems(scene, ExpressionProblems.Use.INDEX, Optional.of(table)).of(e.tokens()))
                .ifPresent(acts::fail);
        if (element.operatorClass().isPresent()) {
            refuseOperatorClass(element.operatorClass().get().name(), type);
        } else {
            type.filter(t -> OperatorClasses.get().surelyNoDefault(statement.method(), t, scene))
                    .ifPresent(t -> acts.fail(
                            "42704", "Type " + t + " has no default operator class for " + statement.method() + "."));
        }
    }

    /** Operator classes of extensions are there only with the extension. */
    private void refuseOperatorClass(String name, Optional<DataType> type) {
        boolean onlyOfServer = scene.schema().complete()
                && scene.schema().extensions().stream().allMatch(BuiltIns::isExtension);
        boolean known = OperatorClasses.get().known(statement.method(), name, scene);
        if (onlyOfServer && !known && METHODS.contains(statement.method())) {
            acts.fail("42704", "Operator class " + name + " of " + statement.method() + " does not exist.");
        }
        boolean trigram = Set.of("gin_trgm_ops", "gist_trgm_ops").contains(name);
        if (trigram && scene.schema().complete() && !scene.schema().extensions().contains("pg_trgm")) {
            acts.fail("42704", "Operator class " + name + " belongs to the extension pg_trgm, which is not there.");
        }
        boolean mismatch = known
                && type.filter(t -> OperatorClasses.get().surelyOfOtherType(statement.method(), name, t, scene))
                        .isPresent();
        if (mismatch) {
            acts.fail("42804", "Operator class " + name + " does not accept " + type.get() + ".");
        }
    }

    private void refuseUncovered(Table table) {
        if (!statement.unique() || statement.only()) {
            return;
        }
        Optional<Partitioning> partitioning = table.partitioning();
        List<String> columns = statement.elements().stream()
                .flatMap(e -> e.column().stream())
                .map(Identifier::value)
                .toList();
        boolean covered = partitioning
                .map(key -> !key.hasExpressions()
                        && key.columns().stream()
                                .flatMap(id -> table.column(id).stream())
                                .map(Column::name)
                                .allMatch(columns::contains))
                .orElse(true);
        if (!covered) {
            acts.fail("0A000", "A unique index must include all columns of the partition key.");
        }
    }
}
