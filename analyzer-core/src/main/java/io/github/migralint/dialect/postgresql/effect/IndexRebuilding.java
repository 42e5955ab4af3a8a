package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Reindex;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;

/** REINDEX of an index, a table, or everything in a schema or database. */
final class IndexRebuilding {
    private final Scene scene;
    private final Acts acts;
    private final Reindex statement;
    private final boolean concurrently;

    IndexRebuilding(Scene scene, Acts acts, Reindex statement) {
        this.scene = scene;
        this.acts = acts;
        this.statement = statement;
        this.concurrently = statement.concurrently()
                || statement.options().stream()
                        .filter(option -> option.name().equals("concurrently"))
                        .anyMatch(IndexRebuilding::on);
    }

    private static boolean on(Option option) {
        return option.value()
                .filter(value -> List.of("false", "off", "0").contains(value.toLowerCase(java.util.Locale.ROOT)))
                .isEmpty();
    }

    void reindex() {
        switch (statement.target()) {
            case INDEX -> named().ifPresent(this::index);
            case TABLE -> named().ifPresent(this::table);
            case SCHEMA -> inSchema();
            case DATABASE -> many(Optional.empty());
            case SYSTEM -> system();
        }
    }

    private void inSchema() {
        Optional<String> name = statement.name().map(QualifiedName::name);
        boolean missing = name.filter(wanted ->
                        scene.schema().complete() && !scene.schema().schemas().contains(wanted))
                .isPresent();
        if (missing) {
            acts.forbidInTransaction();
            acts.fail("3F000", "Schema " + name.get() + " does not exist.");
        }
        many(name);
    }

    private Optional<Relation> named() {
        if (statement.name().isEmpty()) {
            return Optional.empty();
        }
        QualifiedName name = statement.name().get();
        if (concurrently) {
            acts.add(Act.of(Operation.OUTSIDE_TRANSACTION));
        }
        Lookup<Relation> found = scene.schema().relation(name);
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
        } else if (found.found().isEmpty()) {
            unknown(name);
        }
        return found.found();
    }

    private void unknown(QualifiedName name) {
        acts.uncertain();
        boolean index = statement.target() == Reindex.Target.INDEX;
        RelationKey key = index
                ? new RelationKey("index", name.name(), Optional.empty(), false)
                : scene.keys().unknown(name);
        acts.add(Act.of(single()).on(index ? Role.INDEX : Role.TABLE, key));
    }

    private Operation single() {
        return concurrently ? Operation.REINDEX_CONCURRENTLY : Operation.REINDEX;
    }

    private void index(Relation relation) {
        if (!(relation instanceof Index index)) {
            acts.fail("42809", relation.name().name() + " is not an index.");
            return;
        }
        if (!index.partitioned()) {
            rebuild(single(), index);
            return;
        }
        tableOf(index).ifPresent(table -> parent(table));
        if (!scene.since(14)) {
            acts.fail("0A000", "A partitioned index cannot be rebuilt before 14.");
        }
        acts.add(Act.of(Operation.REINDEX_MANY).on(Role.INDEX, scene.keys().of(index)));
        scene.withParts(index).stream().filter(part -> !part.partitioned()).forEach(part -> rebuild(many(), part));
    }

    private Operation many() {
        return concurrently ? Operation.REINDEX_CONCURRENTLY_MANY : Operation.REINDEX_MANY;
    }

    private void parent(RelationKey table) {
        acts.add(Act.of(concurrently ? Operation.REINDEX_PARENT_CONCURRENTLY : Operation.REINDEX_PARENT)
                .on(Role.TABLE, table));
    }

    private void rebuild(Operation operation, Index index) {
        acts.add(Act.of(operation)
                .on(Role.TABLE, tableOf(index))
                .on(Role.INDEX, scene.keys().of(index))
                .because("builds the index " + index.name().name() + " again"));
    }

    private Optional<RelationKey> tableOf(Index index) {
        return scene.schema()
                .object(index.table())
                .filter(Relation.class::isInstance)
                .map(table -> scene.keys().of((Relation) table));
    }

    private void table(Relation relation) {
        boolean fits = relation instanceof Table || (relation instanceof View view && view.materialized());
        if (!fits) {
            acts.fail("42809", relation.name().name() + " is not a table.");
            return;
        }
        if (relation instanceof Table table && table.kind() == Table.Kind.PARTITIONED) {
            partitioned(table);
            return;
        }
        acts.add(Act.of(single()).on(Role.TABLE, List.of()));
        onlyLock(relation);
        scene.schema().indexesOf(relation.id()).forEach(index -> rebuildOfTable(single(), index));
    }

    /** Without an index nothing is read. */
    private void onlyLock(Relation relation) {
        acts.add(Act.of(concurrently ? Operation.REINDEX_TABLE_CONCURRENTLY : Operation.REINDEX_TABLE)
                .on(Role.TABLE, scene.keys().of(relation)));
    }

    /** Concurrently an exclusion constraint is passed over with a warning. */
    private void rebuildOfTable(Operation operation, Index index) {
        boolean exclusion = index.constraint()
                .flatMap(id -> scene.schema().table(index.table()).stream()
                        .flatMap(table -> table.constraints().stream())
                        .filter(c -> c.id().equals(id))
                        .findFirst())
                .filter(c -> c.kind() == io.github.migralint.schema.Constraint.Kind.EXCLUDE)
                .isPresent();
        if (exclusion && concurrently) {
            acts.add(Act.of(Operation.REINDEX_PASSED_OVER)
                    .on(Role.INDEX, scene.keys().of(index)));
        } else {
            rebuild(operation, index);
        }
    }

    private void partitioned(Table table) {
        parent(scene.key(table));
        if (!scene.since(14)) {
            return;
        }
        for (Table leaf : scene.descendants(table)) {
            scene.schema().indexesOf(leaf.id()).stream()
                    .filter(index -> !index.partitioned())
                    .forEach(index -> rebuildOfTable(many(), index));
        }
    }

    private void many(Optional<String> schema) {
        acts.add(Act.of(Operation.OUTSIDE_TRANSACTION));
        scene.schema().relations().stream()
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .filter(index -> schema.map(index.name().schema()::equals).orElse(true))
                .filter(index -> !index.partitioned())
                .forEach(index ->
                        rebuildOfTable(concurrently ? Operation.REINDEX_CONCURRENTLY : Operation.REINDEX_MANY, index));
    }

    private void system() {
        acts.add(Act.of(Operation.OUTSIDE_TRANSACTION));
        if (concurrently) {
            acts.fail("0A000", "System catalogs cannot be reindexed concurrently.");
        }
    }
}
