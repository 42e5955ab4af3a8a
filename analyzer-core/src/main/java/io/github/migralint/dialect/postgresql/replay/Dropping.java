package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Table;
import java.util.Optional;

/** DROP of everything that a schema keeps. */
final class Dropping {
    private final Change change;

    Dropping(Change change) {
        this.change = change;
    }

    void drop(DropObject statement) {
        statement.objects().forEach(object -> drop(statement, object));
    }

    private void drop(DropObject statement, ObjectReference object) {
        switch (statement.kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> relation(object, statement.cascade());
            case INDEX -> index(object, statement.cascade());
            case TYPE, DOMAIN -> type(object, statement.cascade());
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> routine(object, statement.cascade());
            case TRIGGER -> trigger(object);
            case POLICY -> policy(object);
            case SCHEMA -> schema(object.name().name(), statement.cascade());
            case EXTENSION -> extension(object.name().name(), statement.cascade());
            case RULE,
                    STATISTICS,
                    PUBLICATION,
                    COLLATION,
                    SUBSCRIPTION,
                    SERVER,
                    FOREIGN_DATA_WRAPPER,
                    EVENT_TRIGGER,
                    ROLE -> new CatalogObjects(change).drop(statement.kind(), object);
            default -> {}
        }
    }

    private void relation(ObjectReference object, boolean cascade) {
        change.relation(object.name()).ifPresent(relation -> new Removal(change).object(relation, cascade));
        change.schema().markCertain(object.name().name());
    }

    /** An index behind a constraint cannot be dropped alone. */
    private void index(ObjectReference object, boolean cascade) {
        change.relation(object.name()).ifPresent(relation -> {
            if (relation instanceof Index index && index.constraint().isEmpty()) {
                new Removal(change).index(index, cascade);
            }
        });
    }

    private void extension(String name, boolean cascade) {
        if (cascade && change.now().extensions().contains(name)) {
            new ExtensionContents(change, name).removeUsers();
        }
        change.schema().removeExtension(name);
    }

    private void type(ObjectReference object, boolean cascade) {
        change.now().type(object.name()).found().ifPresent(type -> new Removal(change).type(type, cascade));
    }

    private void routine(ObjectReference object, boolean cascade) {
        Routines.find(change.now(), object).ifPresent(routine -> new Removal(change).routine(routine, cascade));
    }

    private void trigger(ObjectReference object) {
        owner(object)
                .ifPresent(table -> change.edit(
                        table.id(),
                        draft -> draft.triggers()
                                .removeIf(t -> t.name().equals(object.name().name()))));
    }

    private void policy(ObjectReference object) {
        owner(object)
                .ifPresent(table -> change.edit(
                        table.id(),
                        draft -> draft.policies()
                                .removeIf(p -> p.name().equals(object.name().name()))));
    }

    private Optional<Table> owner(ObjectReference object) {
        return object.on().flatMap(change::table);
    }

    private void schema(String name, boolean cascade) {
        if (cascade) {
            change.schema()
                    .inSchema(name)
                    .forEach(object -> change.now()
                            .object(object.id())
                            .ifPresent(present -> new Removal(change).object(present, true)));
        }
        change.schema().removeSchema(name);
    }
}
