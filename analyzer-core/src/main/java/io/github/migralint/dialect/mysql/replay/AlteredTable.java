package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.dialect.mysql.Collation;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A table while all actions of one ALTER TABLE change it at once: names in them mean what they meant before it. */
final class AlteredTable {
    private final Change change;
    private final Table before;
    private final TableDraft draft;
    private final KeyList keys = new KeyList();
    private final ForeignKeys foreignKeys;
    private final Checks checks;

    AlteredTable(Change change, Table before) {
        this.change = change;
        this.before = before;
        this.draft = TableDraft.of(before).caseless(true);
        this.foreignKeys = new ForeignKeys(change, draft);
        this.checks = new Checks(change, draft);
        change.now().indexesOf(before.id()).forEach(index -> keys.add(Key.of(index)));
    }

    void apply(List<AlterAction> actions) {
        actions.forEach(this::setOption);
        var columns = new AlteredColumns(change, before, draft, keys);
        actions.forEach(columns::apply);
        columns.narrowKeys();
        GeneratedColumns.bind(draft, columns.defined());
        actions.forEach(this::changeKeys);
        actions.forEach(action -> addKeys(action, columns));
        List<Index> indexes = new Keys(change, draft).settle(keys);
        new Keys(change, draft).dropOrphans(indexes);
        actions.forEach(action -> addConstraints(action, columns));
        actions.forEach(this::changePartitions);
        store(indexes);
        actions.forEach(this::rename);
    }

    private void setOption(AlterAction action) {
        if (action instanceof AlterAction.SetOptions set) {
            TableOptions.set(draft, set.options(), change);
        } else if (action instanceof MysqlAction.ConvertCharset convert) {
            convert(convert);
        }
    }

    private void convert(MysqlAction.ConvertCharset convert) {
        Collation database = TableOptions.ofDatabase(draft.name().schema(), change);
        Collation around = TableOptions.collationOf(draft, change);
        Collation to = Collation.resolve(convert.charset(), convert.collation(), database, change.server());
        draft.columns().replaceAll(column -> isJson(column) ? column : Columns.converted(column, around, to));
        TableOptions.put(draft.options(), to);
    }

    /** MariaDB stores JSON as text that keeps its character set. */
    private boolean isJson(Column column) {
        return change.server().isMariadb()
                && before.constraints().stream()
                        .filter(c -> Checks.belongsTo(c, column))
                        .flatMap(c -> c.expression().stream())
                        .anyMatch(e -> e.tokens().getFirst().isWord("json_valid"));
    }

    private void changeKeys(AlterAction action) {
        switch (action) {
            case AlterAction.DropConstraint a -> dropConstraint(a);
            case MysqlAction.DropIndex a -> keys.remove(a.index().value());
            case MysqlAction.RenameIndex a -> {
                if (!keys.has(a.newName().value())) {
                    keys.edit(a.index().value(), key -> key.renamed(a.newName().value()));
                }
            }
            case MysqlAction.SetIndexVisibility a -> keys.edit(a.index().value(), key -> key.withVisible(a.visible()));
            case AlterAction.AlterConstraint a ->
                a.enforced()
                        .ifPresent(enforced -> draft.constraints()
                                .replaceAll(c -> c.kind() == Constraint.Kind.CHECK
                                                && c.name()
                                                        .equalsIgnoreCase(
                                                                a.name().value())
                                        ? c.withEnforced(enforced).withValidated(enforced)
                                        : c));
            default -> {}
        }
    }

    private void dropConstraint(AlterAction.DropConstraint drop) {
        String name = drop.name().value();
        Optional<Constraint> found = draft.constraints().stream()
                .filter(c -> c.name().equalsIgnoreCase(name)
                        && drop.kind()
                                .map(kind -> kind.name().equals(c.kind().name()))
                                .orElse(true))
                .findFirst();
        found.ifPresent(constraint -> {
            draft.constraints().remove(constraint);
            if (constraint.index().isPresent()) {
                keys.remove(name);
            }
        });
    }

    private void addKeys(AlterAction action, AlteredColumns columns) {
        switch (action) {
            case AlterAction.AddConstraint a -> {
                assume(Keys.columnsOf(a.constraint()));
                new Keys(change, draft).of(a.constraint()).ifPresent(this::addKey);
            }
            case MysqlAction.AddIndex a -> {
                assume(a.index().elements().stream()
                        .flatMap(element -> element.column().stream())
                        .toList());
                addKey(new Keys(change, draft).of(a.index()));
            }
            default ->
                columns.definition(action)
                        .ifPresent(definition ->
                                new Keys(change, draft).of(definition).forEach(this::addKey));
        }
    }

    private void assume(List<Identifier> names) {
        new UnknownTables(change).assume(draft, before.complete(), names);
    }

    /** What has a name that is taken is not made, unless it takes the place of a key that the server made. */
    private void addKey(Key key) {
        if (key.name().filter(keys::has).isEmpty() || keys.givesWayTo(key)) {
            keys.add(key);
        }
    }

    private void addConstraints(AlterAction action, AlteredColumns columns) {
        if (action instanceof AlterAction.AddConstraint add) {
            add(add.constraint());
        }
        Optional<ColumnDefinition> definition = columns.definition(action);
        definition.ifPresent(checks::add);
        definition.ifPresent(foreignKeys::add);
    }

    private void add(TableConstraint constraint) {
        switch (constraint.kind()) {
            case CHECK -> checks.add(constraint);
            case FOREIGN_KEY -> foreignKeys.add(constraint);
            case NOT_NULL, UNIQUE, PRIMARY_KEY, EXCLUDE -> {}
        }
    }

    private void changePartitions(AlterAction action) {
        if (action instanceof MysqlAction.ChangePartitions partitions) {
            assume(partitions.key().stream()
                    .flatMap(key -> key.elements().stream())
                    .map(IndexElement::column)
                    .flatMap(Optional::stream)
                    .toList());
            new Partitions(change).change(draft, before.partitioning(), partitions);
        }
    }

    private void store(List<Index> indexes) {
        change.schema().put(draft.build());
        Set<ObjectId> left = indexes.stream().map(Index::id).collect(Collectors.toSet());
        for (Index index : change.now().indexesOf(before.id())) {
            if (!left.contains(index.id())) {
                change.schema().remove(index.id());
            }
        }
        indexes.forEach(change.schema()::put);
        new NameBinding(change).changed(before.id());
    }

    private void rename(AlterAction action) {
        if (action instanceof MysqlAction.RenameTo rename) {
            change.now()
                    .table(before.id())
                    .ifPresent(table -> new TableRenaming(change).rename(table, rename.newName()));
        }
    }
}
