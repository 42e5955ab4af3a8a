package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.LikeClause;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Identity;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.ObjectName;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;

/** What a LIKE clause copies from another relation into a new table. */
final class LikeCopy {
    private final Change change;
    private final LikeClause clause;

    LikeCopy(Change change, LikeClause clause) {
        this.change = change;
        this.clause = clause;
    }

    private boolean includes(String what) {
        return (clause.including().contains("ALL") || clause.including().contains(what))
                && !clause.excluding().contains(what)
                && !clause.excluding().contains("ALL");
    }

    private Optional<Table> source() {
        return change.table(clause.table());
    }

    void addColumns(TableDraft draft) {
        Optional<Relation> source = change.relation(clause.table());
        List<Column> columns = switch (source.orElse(null)) {
            case Table table -> table.columns();
            case View view -> view.columns();
            case null, default -> List.of();
        };
        boolean known = source.isPresent() && (!(source.get() instanceof Table table) || table.complete());
        if (!known) {
            draft.incomplete();
        }
        columns.forEach(column -> addColumn(draft, column));
    }

    private void addColumn(TableDraft draft, Column source) {
        Column copy = new Columns(change).copy(source);
        if (!includes("DEFAULTS")) {
            copy = copy.withDefaultValue(Optional.empty());
        }
        if (!includes("GENERATED")) {
            copy = copy.withGenerated(Optional.empty());
        }
        Optional<Identity> identity = copy.identity();
        copy = copy.withIdentity(Optional.empty());
        if (identity.isPresent() && includes("IDENTITY")) {
            copy = new Columns(change).identity(draft, copy, identity.get().always());
        }
        draft.columns().add(copy);
    }

    /** NOT NULL always comes along, checks only when asked for. */
    void addChecks(ObjectId target) {
        source().ifPresent(source -> {
            for (Constraint constraint : source.constraints()) {
                boolean check = constraint.kind() == Constraint.Kind.CHECK && includes("CONSTRAINTS");
                if (check || constraint.kind() == Constraint.Kind.NOT_NULL) {
                    copyConstraint(source, constraint, change.table(target));
                }
            }
        });
    }

    private void copyConstraint(Table source, Constraint constraint, Table target) {
        List<ObjectId> columns = PartitionTree.translate(constraint.columns(), source, target);
        var copy = new Constraint(
                change.schema().newId(),
                constraint.name(),
                constraint.kind(),
                columns,
                constraint.expression(),
                Optional.empty(),
                Optional.empty(),
                true,
                constraint.enforced(),
                false,
                constraint.noInherit(),
                false,
                change.origin());
        change.edit(target.id(), draft -> {
            draft.constraints().add(copy);
            if (constraint.kind() == Constraint.Kind.NOT_NULL) {
                columns.forEach(column -> draft.editColumn(column, c -> c.withNotNull(true)));
            }
        });
    }

    void addIndexes(ObjectId target) {
        if (includes("INDEXES")) {
            source().ifPresent(source -> change.now()
                    .indexesOf(source.id())
                    .forEach(index -> copyIndex(source, index, change.table(target))));
        }
    }

    private void copyIndex(Table source, Index index, Table target) {
        var unnamed = new Index(
                change.schema().newId(),
                target.name(),
                target.id(),
                index.parts().stream()
                        .map(part -> PartitionTree.part(part, source, target))
                        .toList(),
                PartitionTree.translate(index.include(), source, target),
                index.unique(),
                true,
                index.method(),
                index.nullsNotDistinct(),
                index.predicate(),
                PartitionTree.translate(index.predicateColumns(), source, target),
                target.kind() == Table.Kind.PARTITIONED,
                Optional.empty(),
                Optional.empty(),
                index.tablespace(),
                change.origin());
        Optional<Constraint> constraint = index.constraint()
                .flatMap(id -> source.constraints().stream()
                        .filter(c -> c.id().equals(id))
                        .findFirst());
        if (constraint.isEmpty()) {
            change.schema()
                    .put(unnamed.withName(
                            new IndexBuilding(change).generatedName(unnamed, target.name(), target.columns())));
            return;
        }
        String name = IndexConstraints.generatedName(
                change, unnamed, target, constraint.get().kind());
        Index named = unnamed.withName(new ObjectName(target.name().schema(), name));
        change.schema().put(named);
        new IndexConstraints(change)
                .attachConstraint(
                        named, constraint.get().kind(), constraint.get().deferrable(), name);
    }
}
