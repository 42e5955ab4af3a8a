package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.CreateRule;
import io.github.migralint.ast.CreateStatistics;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.schema.CatalogObject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules, extended statistics, publications and collations. */
public final class CatalogObjects {
    /** Kinds of objects that live in the database itself, or beside it. */
    private static final Set<ObjectKind> WITHOUT_SCHEMA = Set.of(
            ObjectKind.PUBLICATION,
            ObjectKind.SUBSCRIPTION,
            ObjectKind.SERVER,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.ROLE);

    private final Change change;

    CatalogObjects(Change change) {
        this.change = change;
    }

    /** The statistics object, publication or collation of that name. */
    public static Optional<CatalogObject> find(Schema schema, ObjectKind kind, QualifiedName name) {
        Stream<String> places = WITHOUT_SCHEMA.contains(kind)
                ? Stream.of("")
                : name.schema().map(Stream::of).orElseGet(() -> schema.searchPath().stream());
        List<CatalogObject> all = schema.catalogObjects(kind);
        return places.map(place -> new ObjectName(place, name.name()))
                .flatMap(full -> all.stream().filter(object -> object.name().equals(full)))
                .findFirst();
    }

    /** The rule of that name on a relation. */
    public static Optional<CatalogObject> rule(Schema schema, ObjectId relation, String name) {
        return schema.catalogObjectsOn(relation).stream()
                .filter(object -> object.kind() == ObjectKind.RULE)
                .filter(object -> object.name().name().equals(name))
                .findFirst();
    }

    void create(CreateStatistics statement) {
        List<Relation> on = relations(statement.relations());
        if (on.isEmpty()) {
            return;
        }
        List<ObjectId> columns = columns(on, statement.elements());
        ObjectName name =
                statement.name().map(change.schema()::nameForNew).orElseGet(() -> generated(on.get(0), columns));
        if (named(ObjectKind.STATISTICS, name).isEmpty()) {
            put(ObjectKind.STATISTICS, name, on, List.of(), columns);
        }
    }

    private ObjectName generated(Relation relation, List<ObjectId> columns) {
        List<String> names = relation instanceof Table table ? Change.columnNames(table, columns) : List.of();
        String stem =
                relation.name().name() + "_" + String.join("_", names.isEmpty() ? List.of("expr") : names) + "_stat";
        String schema = relation.name().schema();
        return Stream.iterate(0, i -> i + 1)
                .map(i -> new ObjectName(schema, i == 0 ? stem : stem + i))
                .filter(name -> named(ObjectKind.STATISTICS, name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Optional<CatalogObject> named(ObjectKind kind, ObjectName name) {
        return change.now().catalogObjects(kind).stream()
                .filter(object -> object.name().equals(name))
                .findFirst();
    }

    private List<Relation> relations(List<QualifiedName> names) {
        return names.stream().flatMap(name -> change.relation(name).stream()).toList();
    }

    private static List<ObjectId> columns(List<? extends Relation> relations, List<Token> tokens) {
        return relations.stream()
                .flatMap(relation -> Mentions.columns(tokens, columnsOf(relation)).stream())
                .toList();
    }

    private static List<Column> columnsOf(Relation relation) {
        return switch (relation) {
            case Table table -> table.columns();
            case View view -> view.columns();
            default -> List.of();
        };
    }

    private void put(
            ObjectKind kind,
            ObjectName name,
            List<? extends Relation> on,
            List<Relation> reads,
            List<ObjectId> columns) {
        change.schema()
                .put(new CatalogObject(
                        change.schema().newId(),
                        kind,
                        name,
                        ids(on),
                        ids(reads),
                        columns,
                        kind == ObjectKind.RULE ? columns : List.of(),
                        false,
                        change.origin()));
    }

    private static List<ObjectId> ids(List<? extends Relation> relations) {
        return relations.stream().map(SchemaObject::id).distinct().toList();
    }

    void create(CreateRule statement) {
        Optional<Relation> on = change.relation(statement.table());
        if (on.isEmpty()) {
            return;
        }
        ObjectName name =
                new ObjectName(on.get().name().schema(), statement.name().value());
        Optional<CatalogObject> old = rule(change.now(), on.get().id(), name.name());
        if (old.isPresent() && !statement.replace()) {
            return;
        }
        old.ifPresent(rule -> change.schema().remove(rule.id()));
        var action = RuleAction.of(statement.action());
        List<Relation> reads = Stream.of(relations(action.reads()), relations(action.writes()))
                .flatMap(List::stream)
                .filter(relation -> !relation.id().equals(on.get().id()))
                .distinct()
                .toList();
        put(ObjectKind.RULE, name, List.of(on.get()), reads, ruleColumns(on.get(), statement));
    }

    /** OLD and NEW have the columns of the relation. */
    private static List<ObjectId> ruleColumns(Relation relation, CreateRule statement) {
        List<Token> tokens = statement.action();
        var named = new LinkedHashSet<ObjectId>();
        for (int i = 2; i < tokens.size(); i++) {
            boolean ofRow = tokens.get(i - 1).isSymbol(".")
                    && (tokens.get(i - 2).isWord("new") || tokens.get(i - 2).isWord("old"));
            if (ofRow && Words.isName(tokens.get(i))) {
                String name = Words.name(tokens.get(i));
                columnsOf(relation).stream().filter(c -> c.name().equals(name)).forEach(c -> named.add(c.id()));
            }
        }
        return List.copyOf(named);
    }

    void createPublication(OtherStatement statement) {
        Optional<QualifiedName> name =
                statement.objects().stream().map(ObjectReference::name).findFirst();
        if (name.isEmpty()
                || find(change.now(), ObjectKind.PUBLICATION, name.get()).isPresent()) {
            return;
        }
        var published = PublishedObjects.of(statement);
        change.schema()
                .put(new CatalogObject(
                        change.schema().newId(),
                        ObjectKind.PUBLICATION,
                        new ObjectName("", name.get().name()),
                        ids(tables(published)),
                        List.of(),
                        needed(published),
                        filtered(published),
                        published.all() || published.schemas(),
                        change.origin()));
    }

    void alterPublication(OtherStatement statement) {
        var published = PublishedObjects.of(statement);
        statement.objects().stream()
                .findFirst()
                .flatMap(object -> find(change.now(), ObjectKind.PUBLICATION, object.name()))
                .ifPresent(publication -> alter(publication, published));
    }

    private void alter(CatalogObject publication, PublishedObjects published) {
        List<ObjectId> named = ids(tables(published));
        var on = new ArrayList<>(publication.on());
        var columns = new ArrayList<>(publication.columns());
        var parsed = new ArrayList<>(publication.parsedColumns());
        switch (published.change()) {
            case ADD -> {
                on.addAll(named);
                columns.addAll(needed(published));
                parsed.addAll(filtered(published));
            }
            case SET -> {
                on.clear();
                on.addAll(named);
                columns.clear();
                columns.addAll(needed(published));
                parsed.clear();
                parsed.addAll(filtered(published));
            }
            case DROP -> {
                on.removeAll(named);
                tables(published)
                        .forEach(table -> columnsOf(table).forEach(c -> {
                            columns.remove(c.id());
                            parsed.remove(c.id());
                        }));
            }
            case NONE -> {}
        }
        change.schema().put(publication.withRelations(on.stream().distinct().toList(), columns, parsed));
    }

    private List<Relation> tables(PublishedObjects published) {
        return relations(published.tables().stream()
                .map(PublishedObjects.PublishedTable::name)
                .toList());
    }

    private List<ObjectId> filtered(PublishedObjects published) {
        return published.tables().stream()
                .flatMap(table -> change.relation(table.name()).stream()
                        .flatMap(relation -> columns(List.of(relation), table.filter()).stream()))
                .toList();
    }

    private List<ObjectId> needed(PublishedObjects published) {
        var needed = new LinkedHashSet<ObjectId>();
        for (var table : published.tables()) {
            change.relation(table.name()).ifPresent(relation -> {
                needed.addAll(columns(List.of(relation), table.columns()));
                needed.addAll(columns(List.of(relation), table.filter()));
            });
        }
        return List.copyOf(needed);
    }

    /** An object of which only the name matters. */
    void create(ObjectKind kind, OtherStatement statement) {
        statement.objects().stream().findFirst().ifPresent(object -> {
            ObjectName name = WITHOUT_SCHEMA.contains(kind)
                    ? new ObjectName("", object.name().name())
                    : change.schema().nameForNew(object.name());
            if (named(kind, name).isEmpty()) {
                put(kind, name, List.of(), List.of(), List.of());
            }
        });
    }

    void drop(ObjectKind kind, ObjectReference object) {
        meant(kind, object).ifPresent(present -> change.schema().remove(present.id()));
    }

    /** The object that a statement renames or moves. */
    Optional<CatalogObject> meant(ObjectKind kind, ObjectReference object) {
        return switch (kind) {
            case RULE ->
                object.on()
                        .flatMap(change::relation)
                        .flatMap(relation ->
                                rule(change.now(), relation.id(), object.name().name()));
            default -> find(change.now(), kind, object.name());
        };
    }
}
