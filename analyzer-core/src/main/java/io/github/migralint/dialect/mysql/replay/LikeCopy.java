package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.LikeClause;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code CREATE TABLE … LIKE}: all of a table but its rows, foreign keys and triggers. */
final class LikeCopy {
    private final Change change;
    private final Map<ObjectId, ObjectId> ids = new HashMap<>();

    LikeCopy(Change change) {
        this.change = change;
    }

    /** Copies into a draft and gives the copies of the indexes. */
    List<Index> into(TableDraft draft, LikeClause like) {
        Optional<Table> source = change.table(like.table());
        if (source.isEmpty()) {
            draft.incomplete();
            return List.of();
        }
        if (!source.get().complete()) {
            draft.incomplete();
        }
        return of(source.get(), draft);
    }

    /** Copies a table into a draft and gives the copies of the indexes. */
    List<Index> of(Table table, TableDraft draft) {
        draft.options().putAll(table.options());
        table.columns().forEach(column -> draft.columns().add(copy(column)));
        table.partitioning().ifPresent(draft::partitioning);
        List<Index> indexes = copyIndexes(draft, table);
        for (Constraint constraint : table.constraints()) {
            if (constraint.kind() != Constraint.Kind.FOREIGN_KEY) {
                draft.constraints().add(copy(constraint, draft));
            }
        }
        return indexes;
    }

    private Column copy(Column column) {
        return new Column(
                copyOf(column.id()),
                column.name(),
                column.type(),
                column.notNull(),
                column.defaultValue(),
                column.identity(),
                column.generated(),
                column.collation(),
                column.traits(),
                change.origin(),
                change.origin());
    }

    private List<Index> copyIndexes(TableDraft draft, Table table) {
        var copies = new ArrayList<Index>();
        for (Index index : change.now().indexesOf(table.id())) {
            copies.add(new Index(
                    copyOf(index.id()),
                    Change.indexName(draft.name(), index.name().name()),
                    draft.id(),
                    new PartsInOtherTable(ids).of(index.parts()),
                    List.of(),
                    index.unique(),
                    true,
                    index.visible(),
                    false,
                    index.method(),
                    false,
                    Optional.empty(),
                    List.of(),
                    false,
                    Optional.empty(),
                    index.constraint().map(this::copyOf),
                    Optional.empty(),
                    change.origin()));
        }
        return copies;
    }

    /** A made up name of a CHECK is made up again. */
    private Constraint copy(Constraint constraint, TableDraft draft) {
        var copy = new Constraint(
                copyOf(constraint.id()),
                constraint.name(),
                constraint.kind(),
                constraint.columns().stream().map(this::copyOf).toList(),
                constraint.expression(),
                Optional.empty(),
                constraint.index().map(this::copyOf),
                true,
                constraint.enforced(),
                false,
                false,
                false,
                change.origin());
        return constraint.kind() == Constraint.Kind.CHECK ? renamed(copy, draft) : copy;
    }

    private Constraint renamed(Constraint check, TableDraft draft) {
        return Checks.mark(change.server())
                .map(mark -> check.withName(draft.name().name() + mark + (GeneratedNumbers.highest(draft, mark) + 1)))
                .orElse(check);
    }

    private ObjectId copyOf(ObjectId id) {
        return ids.computeIfAbsent(id, original -> change.schema().newId());
    }
}
