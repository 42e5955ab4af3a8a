package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaBuilder;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom objects were given to. Who made them is not known: the history does not tell who ran it. */
public final class Ownership {
    private final Change change;

    Ownership(Change change) {
        this.change = change;
    }

    /** What is known to belong to any of the roles, in order of creation. */
    public static List<SchemaObject> ownedBy(Schema schema, List<String> roles) {
        return Stream.of(schema.relations(), schema.types(), schema.routines())
                .flatMap(List::stream)
                .map(SchemaObject.class::cast)
                .filter(object ->
                        schema.owner(object.id()).filter(roles::contains).isPresent())
                .sorted(java.util.Comparator.comparing(SchemaObject::id))
                .toList();
    }

    /** The roles between BY and TO of REASSIGN OWNED. */
    public static List<String> oldOwners(OtherStatement statement) {
        List<Token> tokens = statement.tokens();
        return tokens.stream()
                .skip(3)
                .takeWhile(token -> !token.isWord("to"))
                .filter(Words::isName)
                .map(Words::name)
                .toList();
    }

    void give(ChangeOwner statement) {
        owned(statement)
                .ifPresent(object -> give(object.id(), statement.newOwner().value()));
    }

    private Optional<? extends SchemaObject> owned(ChangeOwner statement) {
        ObjectReference object = statement.object();
        return switch (statement.kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> change.relation(object.name());
            case TYPE, DOMAIN -> change.now().type(object.name()).found();
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> Routines.find(change.now(), object);
            default -> Optional.empty();
        };
    }

    /** Owned sequences and indexes belong to whoever has the table. */
    void give(ObjectId object, String role) {
        change.schema().giveTo(object, role);
        for (SchemaObject dependent : change.schema().dependentsOf(object)) {
            if (dependent instanceof Index || dependent instanceof Sequence) {
                change.schema().giveTo(dependent.id(), role);
            }
        }
    }

    void reassign(OtherStatement statement) {
        List<Token> tokens = statement.tokens();
        String role = Words.name(tokens.get(tokens.size() - 1));
        ownedBy(change.now(), oldOwners(statement))
                .forEach(object -> change.schema().giveTo(object.id(), role));
    }

    /** The roles of DROP OWNED. */
    public static List<String> rolesDropped(OtherStatement statement) {
        return statement.tokens().stream()
                .skip(3)
                .filter(Words::isName)
                .filter(token -> !token.isWord("cascade") && !token.isWord("restrict"))
                .map(Words::name)
                .toList();
    }

    /** Whether a statement ends in CASCADE. */
    public static boolean cascades(OtherStatement statement) {
        return statement.tokens().get(statement.tokens().size() - 1).isWord("cascade");
    }

    /** Removes objects. */
    public static void remove(SchemaBuilder schema, List<SchemaObject> owned, boolean cascade) {
        var removal = new Removal(new Change(schema, Origin.BEFORE_HISTORY));
        for (SchemaObject object : owned) {
            schema.now().object(object.id()).ifPresent(present -> removal.object(present, cascade));
        }
    }

    /** DROP OWNED: what is known to belong to the roles goes, and perhaps more. */
    void drop(OtherStatement statement) {
        remove(change.schema(), ownedBy(change.now(), rolesDropped(statement)), cascades(statement));
        change.schema().markAllUncertain();
    }
}
