package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.CatalogObject;
import io.github.migralint.schema.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Objects of which nothing is asked but that they are there: events, accounts, servers. */
final class CatalogObjects {
    private final Change change;

    CatalogObjects(Change change) {
        this.change = change;
    }

    /** A statement that makes or drops one. */
    void apply(OtherStatement statement) {
        String kind = statement.kind().toUpperCase(Locale.ROOT);
        Optional<ObjectKind> object = statement.objectKind();
        if (object.isEmpty()) {
            return;
        }
        for (ObjectReference reference : statement.objects()) {
            if (kind.startsWith("CREATE")) {
                create(object.get(), reference.name());
            } else if (kind.startsWith("DROP")) {
                drop(object.get(), reference.name());
            }
        }
    }

    private void create(ObjectKind kind, QualifiedName written) {
        ObjectName name = change.schema().nameForNew(written);
        if (find(kind, name).isEmpty()) {
            change.schema()
                    .put(new CatalogObject(
                            change.schema().newId(),
                            kind,
                            name,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            false,
                            change.origin()));
        }
    }

    void drop(ObjectKind kind, QualifiedName written) {
        find(kind, change.schema().nameForNew(written))
                .ifPresent(object -> change.schema().remove(object.id()));
    }

    private Optional<CatalogObject> find(ObjectKind kind, ObjectName name) {
        return change.now().catalogObjects(kind).stream()
                .filter(object -> object.name().equals(name))
                .findFirst();
    }
}
