package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexDefinition;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.TableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the keys that statements write, and puts them into the schema. */
final class Keys {
    private final Change change;
    private final TableDraft table;
    private final KeyParts parts;

    Keys(Change change, TableDraft table) {
        this.change = change;
        this.table = table;
        this.parts = new KeyParts(table, change.server());
    }

    /** PRIMARY KEY and UNIQUE, and what a foreign key needs. */
    Optional<Key> of(TableConstraint constraint) {
        List<IndexPart> written = constraint.elements().isEmpty()
                ? parts.ofColumns(constraint.columns())
                : parts.of(constraint.elements());
        Optional<String> name = constraint.usingIndex().or(constraint::name).map(Identifier::value);
        String method = constraint.method().isEmpty() ? "btree" : constraint.method();
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> Optional.of(Key.of(name, Key.Kind.PRIMARY, method, written, true));
            case UNIQUE -> Optional.of(Key.of(name, Key.Kind.UNIQUE, method, written, !isHidden(constraint.options())));
            case FOREIGN_KEY ->
                Optional.of(Key.forForeignKey(
                        constraint.name().or(constraint::usingIndex).map(Identifier::value), written));
            case CHECK, NOT_NULL, EXCLUDE -> Optional.empty();
        };
    }

    /** INDEX, FULLTEXT, SPATIAL. */
    Key of(IndexDefinition index) {
        return Key.of(
                index.name().map(Identifier::value),
                Key.Kind.PLAIN,
                index.method(),
                parts.of(index.elements()),
                !isHidden(index.options()));
    }

    private static boolean isHidden(List<Option> options) {
        return options.stream()
                .anyMatch(option ->
                        option.name().equals("invisible") || option.name().equals("ignored"));
    }

    /** The keys inside the definition of a column, in its order. */
    List<Key> of(ColumnDefinition column) {
        var keys = new ArrayList<Key>();
        for (ColumnConstraint constraint : column.constraints()) {
            List<IndexPart> part = parts.ofColumns(List.of(column.name()));
            switch (constraint.kind()) {
                case PRIMARY_KEY -> keys.add(Key.of(Optional.empty(), Key.Kind.PRIMARY, "btree", part, true));
                case UNIQUE -> keys.add(Key.of(Optional.empty(), Key.Kind.UNIQUE, "btree", part, true));
                case REFERENCES -> {
                    if (ForeignKeys.honoursInline(change.server())) {
                        keys.add(Key.forForeignKey(constraint.name().map(Identifier::value), part));
                    }
                }
                case NULL, NOT_NULL, DEFAULT, IDENTITY, GENERATED, CHECK -> {}
            }
        }
        return keys;
    }

    /** Brings a list of keys to what the server makes of it, with their constraints and what they do to columns. */
    List<Index> settle(KeyList list) {
        list.editAll(parts::fitted);
        list.dropRedundant();
        list.nameAll(table);
        var indexes = new ArrayList<Index>();
        for (Key key : list.keys()) {
            Index index = index(key);
            indexes.add(withConstraint(index, key));
            if (key.kind() == Key.Kind.PRIMARY) {
                index.parts().stream()
                        .flatMap(part -> part.column().stream())
                        .forEach(id -> table.editColumn(id, Keys::required));
            }
        }
        return indexes;
    }

    /** What must not be NULL cannot be so by default. */
    private static Column required(Column column) {
        return column.withNotNull(true);
    }

    private Index index(Key key) {
        String name = key.name().orElseThrow();
        Optional<Index> existing = key.existing();
        if (existing.isPresent()) {
            return existing.get()
                    .withName(Change.indexName(table.name(), name))
                    .withParts(key.parts())
                    .withVisible(key.visible())
                    .withImplicit(key.implicit());
        }
        var index = new Index(
                change.schema().newId(),
                Change.indexName(table.name(), name),
                table.id(),
                key.parts(),
                List.of(),
                key.kind().isUnique(),
                true,
                method(key),
                false,
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                change.origin());
        return index.withVisible(key.visible()).withImplicit(key.implicit());
    }

    /** InnoDB reads HASH and builds a tree. */
    private String method(Key key) {
        boolean hash = key.method().equals("hash");
        String engine = table.options().getOrDefault("engine", "innodb");
        return hash && !engine.equalsIgnoreCase("memory") ? "btree" : key.method();
    }

    /** A key that is unique is a constraint too, of the same name. */
    private Index withConstraint(Index index, Key key) {
        if (!key.kind().isUnique()) {
            return index;
        }
        List<ObjectId> columns =
                index.parts().stream().flatMap(part -> part.mentions().stream()).toList();
        Optional<Constraint> old = table.constraints().stream()
                .filter(c -> c.index().filter(index.id()::equals).isPresent())
                .findFirst();
        Constraint constraint = new Constraint(
                old.map(Constraint::id).orElseGet(change.schema()::newId),
                index.name().name(),
                key.kind() == Key.Kind.PRIMARY ? Constraint.Kind.PRIMARY_KEY : Constraint.Kind.UNIQUE,
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.of(index.id()),
                true,
                true,
                false,
                false,
                false,
                old.map(Constraint::origin).orElse(change.origin()));
        if (old.isPresent()) {
            table.editConstraint(constraint.id(), c -> constraint);
        } else {
            table.constraints().add(constraint);
        }
        return index.withConstraint(Optional.of(constraint.id()));
    }

    /** Removes the constraints of which the index is gone. */
    void dropOrphans(List<Index> indexes) {
        table.constraints()
                .removeIf(c -> c.index().isPresent()
                        && indexes.stream()
                                .noneMatch(index -> index.id().equals(c.index().get())));
    }

    /** The columns that keys name, for tables of which not all is known. */
    static List<Identifier> columnsOf(TableConstraint constraint) {
        return Stream.concat(
                        constraint.columns().stream(),
                        constraint.elements().stream().flatMap(e -> e.column().stream()))
                .toList();
    }
}
