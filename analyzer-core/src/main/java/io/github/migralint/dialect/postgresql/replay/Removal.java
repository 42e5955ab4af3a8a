package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.schema.CatalogObject;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.TableDraft;
import io.github.migralint.schema.UserType;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes objects, with CASCADE also those that depend on them. */
final class Removal {
    private final Change change;

    Removal(Change change) {
        this.change = change;
    }

    /** Removes any object. */
    void object(SchemaObject object, boolean cascade) {
        switch (object) {
            case Table table -> table(table, cascade);
            case View view -> view(view, cascade);
            case Sequence sequence -> sequence(sequence, cascade);
            case Index index -> index(index, cascade);
            case UserType type -> type(type, cascade);
            case Routine routine -> routine(routine, cascade);
            case CatalogObject other -> change.schema().remove(other.id());
        }
    }

    /** A partitioned table takes its partitions along, a parent its children only with CASCADE. */
    void table(Table table, boolean cascade) {
        for (Table child : change.now().childrenOf(table.id())) {
            if (child.partitionOf().isPresent() || cascade) {
                table(child, cascade);
            }
        }
        if (cascade) {
            readers(table.id());
            references(table.id());
        }
        ownedSequences(table).forEach(sequence -> sequence(sequence, true));
        change.schema().remove(table.id());
    }

    private List<Sequence> ownedSequences(Table table) {
        return change.schema().dependentsOf(table.id()).stream()
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .toList();
    }

    private void readers(ObjectId relation) {
        for (SchemaObject dependent : change.schema().dependentsOf(relation)) {
            if (dependent instanceof View view) {
                view(view, true);
            } else if (dependent instanceof Routine routine) {
                routine(routine, true);
            } else if (dependent instanceof CatalogObject other && other.reads().contains(relation)) {
                change.schema().remove(other.id());
            } else if (dependent instanceof Table table) {
                policiesUsing(table, relation);
            }
        }
    }

    private void policiesUsing(Table table, ObjectId used) {
        change.edit(
                table.id(),
                draft -> draft.policies().removeIf(policy -> policy.uses().contains(used)));
    }

    private void references(ObjectId table) {
        for (Table referencing : change.now().referencing(table)) {
            change.edit(
                    referencing.id(),
                    draft -> draft.constraints()
                            .removeIf(c -> c.foreignKey()
                                    .flatMap(fk -> fk.table())
                                    .filter(table::equals)
                                    .isPresent()));
        }
    }

    void view(View view, boolean cascade) {
        if (cascade) {
            readers(view.id());
        }
        change.schema().remove(view.id());
    }

    /** The defaults that take values from the sequence go with it. */
    void sequence(Sequence sequence, boolean cascade) {
        if (cascade) {
            defaultsUsing(sequence.id());
        }
        change.schema().remove(sequence.id());
    }

    private void defaultsUsing(ObjectId used) {
        for (SchemaObject dependent : change.schema().dependentsOf(used)) {
            if (dependent instanceof Table table) {
                change.edit(
                        table.id(),
                        draft -> draft.columns()
                                .replaceAll(column -> column.defaultValue()
                                                .map(DefaultValue::uses)
                                                .orElse(List.of())
                                                .contains(used)
                                        ? column.withDefaultValue(java.util.Optional.empty())
                                        : column));
            }
        }
    }

    /** The parts of a partitioned index go with it, and so does a constraint with CASCADE. */
    void index(Index index, boolean cascade) {
        parts(index.id()).forEach(part -> index(part, cascade));
        if (cascade && index.unique()) {
            referencesThrough(index);
        }
        change.now()
                .table(index.table())
                .ifPresent(table -> TableAlteration.behind(table, index.id())
                        .forEach(constraint -> change.edit(
                                table.id(), draft -> draft.constraints().remove(constraint))));
        change.schema().remove(index.id());
    }

    /** Foreign keys that no other unique index of their target supports. */
    private void referencesThrough(Index index) {
        Set<ObjectId> columns = keyColumns(index);
        boolean another = change.now().indexesOf(index.table()).stream()
                .anyMatch(other -> !other.id().equals(index.id())
                        && other.unique()
                        && keyColumns(other).equals(columns));
        if (another) {
            return;
        }
        for (Table referencing : change.now().referencing(index.table())) {
            change.edit(
                    referencing.id(),
                    draft -> draft.constraints()
                            .removeIf(c -> c.foreignKey()
                                    .filter(key -> key.table()
                                                    .filter(index.table()::equals)
                                                    .isPresent()
                                            && Set.copyOf(key.columns()).equals(columns))
                                    .isPresent()));
        }
    }

    private static Set<ObjectId> keyColumns(Index index) {
        return index.parts().stream().flatMap(part -> part.column().stream()).collect(Collectors.toSet());
    }

    /** The index of a constraint that is being removed, with those of partitions. */
    void indexOfConstraint(ObjectId index) {
        change.now().index(index).ifPresent(found -> index(found, true));
    }

    private List<Index> parts(ObjectId index) {
        var parts = new ArrayList<Index>();
        change.now().index(index).ifPresent(parent -> {
            for (Table child : change.now().childrenOf(parent.table())) {
                change.now().indexesOf(child.id()).stream()
                        .filter(part -> part.parent().filter(index::equals).isPresent())
                        .forEach(parts::add);
            }
        });
        return parts;
    }

    /** With CASCADE the columns of the type go. */
    void type(UserType type, boolean cascade) {
        if (cascade) {
            for (Table table : change.now().tablesUsing(type.id())) {
                columnsOf(table, type).forEach(column -> new ColumnRemoval(change).remove(table.id(), column, true));
            }
            change.now().tablesOfType(type.id()).forEach(table -> table(table, true));
            for (SchemaObject dependent : change.schema().dependentsOf(type.id())) {
                if (dependent instanceof UserType wrapper) {
                    type(wrapper, true);
                }
            }
        }
        change.schema().remove(type.id());
    }

    private static List<ObjectId> columnsOf(Table table, UserType type) {
        return table.columns().stream()
                .filter(column -> column.type()
                        .flatMap(t -> t.userType())
                        .filter(type.id()::equals)
                        .isPresent())
                .map(column -> column.id())
                .toList();
    }

    /** With CASCADE the triggers that call the function and the defaults that use it go. */
    void routine(Routine routine, boolean cascade) {
        List<SchemaObject> dependents = cascade ? change.schema().dependentsOf(routine.id()) : List.of();
        if (cascade) {
            defaultsUsing(routine.id());
            new Callers(change, routine).remove();
        }
        change.schema().remove(routine.id());
        for (SchemaObject dependent : dependents) {
            if (dependent instanceof Table table) {
                change.edit(table.id(), draft -> withoutTriggersOf(draft, routine.id()));
                policiesUsing(table, routine.id());
            } else if (dependent instanceof Routine caller
                    && change.now().object(caller.id()).isPresent()) {
                routine(caller, true);
            }
        }
    }

    private static void withoutTriggersOf(TableDraft draft, ObjectId function) {
        draft.triggers()
                .removeIf(trigger -> trigger.function().filter(function::equals).isPresent());
    }

    /** A constraint of a table. */
    void constraint(ObjectId table, Constraint constraint, boolean cascade) {
        new ConstraintAlteration(change).remove(table, constraint, cascade);
    }
}
