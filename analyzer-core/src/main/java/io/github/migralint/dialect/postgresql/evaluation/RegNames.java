package io.github.migralint.dialect.postgresql.evaluation;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import io.github.migralint.dialect.procedural.Value;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.UserType;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/** Finds objects by the text of a regclass and its kin, and writes their names. */
final class RegNames {
    private final Facts facts;
    private final Gaps gaps;

    RegNames(Facts facts) {
        this.facts = facts;
        this.gaps = new Gaps(facts);
    }

    /** The object that a text names; NULL if there is none. */
    Datum find(String type, String text) {
        if (type.equals("regtype")) {
            return type(text);
        }
        Optional<QualifiedName> name = Facts.parse(text);
        if (name.isEmpty()) {
            return Datum.unknown(type);
        }
        return switch (type) {
            case "regclass" -> relation(name.get());
            case "regnamespace" -> namespace(name.get());
            case "regproc" -> routine(name.get());
            default -> Datum.unknown(type);
        };
    }

    private Datum relation(QualifiedName name) {
        Optional<String> schema = name.schema();
        if (schema.orElse("pg_catalog").equals("pg_catalog") && SystemRelations.mayBeCatalog(name.name())) {
            return SystemRelations.isCatalog(name.name())
                    ? Datum.of(References.systemRelation(name.name()), "regclass")
                    : Datum.unknown("regclass");
        }
        Lookup<Relation> found = facts.schema().relation(name);
        return switch (found) {
            case Lookup.Found<Relation>(Relation relation)
            when Objects.isAssumed(relation) -> Datum.unknown("regclass");
            case Lookup.Found<Relation>(Relation relation) -> reference("pg_class", relation.id(), "regclass");
            case Lookup.Absent<Relation>() -> Datum.nothing("regclass");
            case Lookup.Unknown<Relation>() -> Datum.unknown("regclass");
        };
    }

    private static Datum reference(String catalog, ObjectId id, String type) {
        return Datum.of(References.to(catalog, id, true), type);
    }

    private Datum namespace(QualifiedName name) {
        String schema = name.name();
        if (facts.schema().schemas().contains(schema) || SystemRelations.isSchema(schema)) {
            return Datum.of(new Value.Reference("pg_namespace", schema, true), "regnamespace");
        }
        return Datum.unknown("regnamespace");
    }

    private Datum routine(QualifiedName name) {
        List<Routine> routines = facts.schema().routines(name);
        boolean own = name.schema().filter(SystemRelations::isSchema).isEmpty();
        boolean alone = own && (name.schema().isPresent() || !SystemFunctions.mayBe(name.name()));
        if (!alone || facts.uncertain(name.name()) || !facts.schema().complete()) {
            return Datum.unknown("regproc");
        }
        boolean extended = gaps.mayBeMember(name.name(), ExtensionMembers.Kind.FUNCTION);
        return switch (routines.size()) {
            case 0 ->
                extended
                                || name.schema()
                                        .filter(s -> !facts.schema().schemas().contains(s))
                                        .isPresent()
                        ? Datum.unknown("regproc")
                        : Datum.nothing("regproc");
            case 1 -> reference("pg_proc", routines.get(0).id(), "regproc");
            default -> Datum.nothing("regproc");
        };
    }

    private Datum type(String text) {
        if (text.length() > 300) {
            return Datum.unknown("regtype");
        }
        SqlType type;
        try {
            var cursor = new Cursor(Scanner.tokens(text, new Span(0, text.length()), PostgresqlLexicon.LEXICON));
            type = TypeReader.read(cursor);
            if (!cursor.atEnd()) {
                return Datum.unknown("regtype");
            }
        } catch (Unreadable e) {
            return Datum.unknown("regtype");
        }
        return type.dimensions() > 0 ? Datum.unknown("regtype") : type(type);
    }

    /** The type of that name. */
    Datum type(SqlType type) {
        if (type.system() && SystemTypes.is(type.name())) {
            return Datum.of(new Value.Reference("pg_type", type.name(), true), "regtype");
        }
        Lookup<UserType> found = facts.schema().type(qualified(type));
        return switch (found) {
            case Lookup.Found<UserType>(UserType user) -> reference("pg_type", user.id(), "regtype");
            case Lookup.Absent<UserType>() -> rowType(type);
            case Lookup.Unknown<UserType>() -> mayBeType(type) ? Datum.unknown("regtype") : rowType(type);
        };
    }

    private boolean mayBeType(SqlType type) {
        boolean elsewhere =
                type.schema().filter(s -> !facts.schema().schemas().contains(s)).isPresent();
        return !facts.schema().complete()
                || elsewhere
                || facts.uncertain(type.name())
                || SystemTypes.mayBe(type.name())
                || gaps.mayBeMember(type.name(), ExtensionMembers.Kind.TYPE);
    }

    /** Every relation with columns has a type of its name. */
    private Datum rowType(SqlType type) {
        return facts.schema().relation(qualified(type)).isAbsent()
                        && !type.name().startsWith("_")
                ? Datum.nothing("regtype")
                : Datum.unknown("regtype");
    }

    QualifiedName qualified(SqlType type) {
        Identifier last = Facts.identifier(type.name());
        return type.schema()
                .map(schema -> new QualifiedName(List.of(Facts.identifier(schema), last), last.span()))
                .orElseGet(() -> QualifiedName.of(last));
    }

    /** The name that the server writes for an object: with its schema where it would not be found without. */
    Optional<String> name(Value.Reference reference) {
        if (reference.catalog().equals("pg_namespace")) {
            return Optional.of(Quoting.identifier(reference.key(), facts.version()));
        }
        Optional<SchemaObject> object = References.id(reference).flatMap(facts.schema()::object);
        if (object.isPresent()) {
            return name(reference, object.get());
        }
        return switch (reference.catalog()) {
            case "pg_type" -> Optional.of(TypeSpelling.of(reference.key()));
            case "pg_class" -> References.systemName(reference);
            default -> Optional.empty();
        };
    }

    /** Whether a relation of the history is found without its schema. */
    Optional<Boolean> visible(Value.Reference reference) {
        Optional<SchemaObject> object = References.id(reference).flatMap(facts.schema()::object);
        return object.flatMap(found -> visible(reference, found));
    }

    private Optional<Boolean> visible(Value.Reference reference, SchemaObject object) {
        ObjectName name = object.name();
        boolean shadowed = SystemRelations.mayBeCatalog(name.name())
                || SystemTypes.mayBe(name.name())
                || SystemFunctions.mayBe(name.name());
        if (shadowed || facts.uncertain(name.name())) {
            return Optional.empty();
        }
        QualifiedName unqualified = Facts.unqualified(name.name());
        Optional<ObjectId> seen = switch (reference.catalog()) {
            case "pg_class" -> facts.schema().relation(unqualified).found().map(SchemaObject::id);
            case "pg_type" -> facts.schema().type(unqualified).found().map(SchemaObject::id);
            default -> facts.schema().routines(unqualified).stream().findFirst().map(SchemaObject::id);
        };
        return Optional.of(seen.filter(object.id()::equals).isPresent());
    }

    private Optional<String> name(Value.Reference reference, SchemaObject object) {
        String quoted = Quoting.identifier(object.name().name(), facts.version());
        String schema = Quoting.identifier(object.name().schema(), facts.version());
        return visible(reference, object).map(visible -> visible ? quoted : schema + "." + quoted);
    }
}
