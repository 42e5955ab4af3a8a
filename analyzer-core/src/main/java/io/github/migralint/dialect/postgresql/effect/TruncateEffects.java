package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Truncate;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/** TRUNCATE. */
final class TruncateEffects {
    private final Scene scene;
    private final Acts acts;
    private final Truncate statement;
    private final Map<ObjectId, Table> emptied = new LinkedHashMap<>();

    TruncateEffects(Scene scene, Acts acts, Truncate statement) {
        this.scene = scene;
        this.acts = acts;
        this.statement = statement;
    }

    void truncate() {
        for (QualifiedName name : statement.tables()) {
            Lookup<Relation> found = scene.schema().relation(name);
            if (found.isAbsent()) {
                acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
            }
            switch (found.found().orElse(null)) {
                case Table table -> add(table);
                case Relation other -> acts.fail("42809", other.name().name() + " is not a table.");
                case null -> {
                    if (!found.isAbsent()) {
                        acts.uncertain();
                        acts.add(Act.of(Operation.TRUNCATE)
                                .on(Role.TABLE, scene.keys().unknown(name)));
                    }
                }
            }
        }
        if (statement.cascade()) {
            addReferencing();
        }
        emptied.values().forEach(this::empty);
        refuse();
        emptied.values().forEach(this::lookUpParents);
        if (statement.restartIdentity()) {
            emptied.values().stream()
                    .flatMap(table -> scene.ownedSequences(table).stream())
                    .forEach(sequence -> acts.add(Act.of(Operation.RESTART_IDENTITY)
                            .on(Role.SEQUENCE, scene.keys().of(sequence))));
        }
    }

    private void add(Table table) {
        if (statement.only() && table.kind() == Table.Kind.PARTITIONED) {
            acts.add(Act.of(Operation.TRUNCATE_PARENT).on(Role.TABLE, scene.key(table)));
            acts.fail("42809", "A partitioned table cannot be truncated without its partitions.");
        }
        (statement.only() ? java.util.List.of(table) : scene.family(table)).forEach(t -> emptied.put(t.id(), t));
    }

    private void addReferencing() {
        int before;
        do {
            before = emptied.size();
            for (Table table : java.util.List.copyOf(emptied.values())) {
                for (Table referencing : scene.schema().referencing(table.id())) {
                    scene.family(referencing).forEach(t -> emptied.putIfAbsent(t.id(), t));
                }
                scene.ancestors(table).stream()
                        .flatMap(parent -> scene.schema().referencing(parent.id()).stream())
                        .flatMap(referencing -> scene.family(referencing).stream())
                        .forEach(t -> emptied.putIfAbsent(t.id(), t));
            }
        } while (emptied.size() > before);
    }

    private void empty(Table table) {
        if (table.kind() == Table.Kind.PARTITIONED) {
            acts.add(Act.of(Operation.TRUNCATE_PARENT).on(Role.TABLE, scene.key(table)));
            return;
        }
        acts.add(Act.of(Operation.TRUNCATE)
                .on(Role.TABLE, scene.key(table))
                .on(Role.INDEXES, scene.storedIndexes(table)));
    }

    private void lookUpParents(Table table) {
        boolean alone = scene.ancestors(table).stream().noneMatch(parent -> emptied.containsKey(parent.id()));
        if (alone && table.kind() != Table.Kind.PARTITIONED) {
            acts.add(Act.of(Operation.TRUNCATE_PARTITION).on(Role.PARENT, scene.keysOf(scene.ancestors(table))));
        }
    }

    private void refuse() {
        for (Table table : emptied.values()) {
            boolean referenced =
                    scene.schema().referencing(table.id()).stream().anyMatch(other -> !emptied.containsKey(other.id()));
            boolean throughParent = scene.ancestors(table).stream()
                    .flatMap(parent -> scene.schema().referencing(parent.id()).stream())
                    .anyMatch(other -> !emptied.containsKey(other.id()));
            if (referenced || throughParent) {
                acts.fail("0A000", "A foreign key references " + table.name().name() + ".");
            }
        }
    }
}
