package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Persistence;
import io.github.migralint.dialect.postgresql.replay.CatalogObjects;
import io.github.migralint.dialect.postgresql.replay.PublishedObjects;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.CatalogObject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.Optional;

/**
 * Publications: tables that are named one by one are locked against schema changes, those of a whole schema or database are
 * not.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record PublicationEffects(Scene scene, Acts acts) {
    void create(OtherStatement statement) {
        var published = PublishedObjects.of(statement);
        refuseSyntax(published);
        statement.objects().stream().findFirst().ifPresent(object -> {
            if (find(object).isPresent()) {
                acts.fail("42710", Subject.of(ObjectKind.PUBLICATION, object.name()));
            }
        });
        publish(published);
    }

    private void refuseSyntax(PublishedObjects published) {
        boolean parts = published.tables().stream()
                .anyMatch(table -> !table.columns().isEmpty() || !table.filter().isEmpty());
        if ((parts || published.schemas()) && !scene.since(15)) {
            acts.failForVersion("42601", "Parts of tables and whole schemas are published since PostgreSQL 15.");
        }
    }

    private Optional<CatalogObject> find(ObjectReference object) {
        return CatalogObjects.find(scene.schema(), ObjectKind.PUBLICATION, object.name());
    }

    private void publish(PublishedObjects published) {
        for (var entry : published.tables()) {
            Lookup<Relation> found = scene.schema().relation(entry.name());
            if (found.isAbsent()) {
                acts.fail("42P01", Subject.of(ObjectKind.TABLE, entry.name()));
                return;
            }
            if (found.found().isEmpty()) {
                acts.uncertain();
                acts.add(Act.of(Operation.PUBLISH).on(Role.TABLE, scene.keys().unknown(entry.name())));
                continue;
            }
            Relation relation = found.found().get();
            acts.add(Act.of(Operation.PUBLISH).on(Role.TABLE, scene.keys().of(relation)));
            if (!(relation instanceof Table table)) {
                acts.fail("22023", entry.name() + " is not a table.");
                return;
            }
            scene.descendants(table).stream()
                    .filter(child -> child.partitionOf().isEmpty() || !scene.since(13))
                    .forEach(child -> acts.add(Act.of(Operation.PUBLISH).on(Role.TABLE, scene.key(child))));
            refuse(table);
        }
    }

    private void refuse(Table table) {
        if (table.kind() == Table.Kind.PARTITIONED && !scene.since(13)) {
            acts.fail("0A000", "A partitioned table cannot be published before 13.");
        }
        if (table.persistence() != Persistence.PERMANENT) {
            acts.fail("22023", "Only permanent tables are published.");
        }
    }

    void alter(OtherStatement statement) {
        var published = PublishedObjects.of(statement);
        refuseSyntax(published);
        Optional<ObjectReference> object = statement.objects().stream().findFirst();
        if (object.isEmpty()) {
            return;
        }
        Optional<CatalogObject> found = find(object.get());
        if (found.isEmpty()) {
            if (scene.knowsAll(object.get().name())) {
                acts.fail(
                        "42704", Subject.of(ObjectKind.PUBLICATION, object.get().name()));
            } else {
                acts.uncertain();
                publish(published);
            }
            return;
        }
        alter(found.get(), published);
    }

    private void alter(CatalogObject publication, PublishedObjects published) {
        boolean named = !published.tables().isEmpty();
        if (publication.all() && named && publication.on().isEmpty()) {
            acts.fail("55000", "The publication holds all tables already.");
            return;
        }
        publish(published);
        for (var one : published.tables()) {
            Optional<ObjectId> table = scene.schema().table(one.name()).map(Table::id);
            boolean member = table.filter(publication.on()::contains).isPresent();
            if (member && published.change() == PublishedObjects.Change.ADD) {
                acts.fail("42710", "Table " + one.name() + " is published already.");
            }
            if (table.isPresent() && !member && published.change() == PublishedObjects.Change.DROP) {
                acts.fail("42704", "Table " + one.name() + " is not part of the publication.");
            }
        }
        if (published.change() == PublishedObjects.Change.SET) {
            publication.on().stream()
                    .flatMap(id -> scene.schema().table(id).stream())
                    .forEach(table -> acts.add(Act.of(Operation.PUBLISH).on(Role.TABLE, scene.key(table))));
        }
    }

    void drop(DropObject statement) {
        for (ObjectReference object : statement.objects()) {
            boolean missing = find(object).isEmpty() && scene.knowsAll(object.name());
            if (missing && !statement.ifExists()) {
                acts.fail("42704", Subject.of(ObjectKind.PUBLICATION, object.name()));
            }
        }
    }
}
