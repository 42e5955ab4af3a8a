package io.github.migralint.trace;

import static io.github.migralint.trace.SchemaDifference.MOST_PARTS;
import static io.github.migralint.trace.SchemaDifference.MOST_TABLES;

import io.github.migralint.schema.Index;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares what was there before a migration with what is there after it, object by object. */
final class Comparison {
    private final Schema before;
    private final Schema after;

    Comparison(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    SchemaDifference difference() {
        List<TableDifference> tables =
                changes(Comparison::tables, this::table, Comparator.comparing(TableDifference::name));
        List<ObjectDifference> others = changes(
                Comparison::others,
                Comparison::object,
                Comparator.comparing(ObjectDifference::kind).thenComparing(ObjectDifference::name));
        return new SchemaDifference(
                SchemaDifference.first(tables, MOST_TABLES),
                SchemaDifference.more(tables, MOST_TABLES),
                SchemaDifference.first(others, MOST_PARTS),
                SchemaDifference.more(others, MOST_PARTS));
    }

    /** Tells the difference between what may have been there and what may be there. */
    private interface Difference<T, D> {
        Optional<D> of(Optional<T> before, Optional<T> after);
    }

    private <T extends SchemaObject, D> List<D> changes(
            Function<Schema, Stream<T>> objects, Difference<T, D> difference, Comparator<D> order) {
        Map<ObjectId, T> earlier = byId(objects.apply(before));
        Map<ObjectId, T> later = byId(objects.apply(after));
        var changes = new ArrayList<D>();
        earlier.forEach((id, object) -> difference
                .of(Optional.of(object), Optional.ofNullable(later.get(id)))
                .ifPresent(changes::add));
        later.forEach((id, object) -> {
            if (!earlier.containsKey(id)) {
                difference.of(Optional.empty(), Optional.of(object)).ifPresent(changes::add);
            }
        });
        changes.sort(order);
        return changes;
    }

    private static <T extends SchemaObject> Map<ObjectId, T> byId(Stream<T> objects) {
        var byId = new LinkedHashMap<ObjectId, T>();
        objects.forEach(object -> byId.put(object.id(), object));
        return byId;
    }

    private static Stream<Table> tables(Schema schema) {
        return schema.relations().stream().filter(Table.class::isInstance).map(Table.class::cast);
    }

    /** What stands by itself: indexes and the sequences of columns come and go with their tables. */
    private static Stream<SchemaObject> others(Schema schema) {
        Stream<SchemaObject> relations = schema.relations().stream()
                .filter(relation -> !(relation instanceof Table || relation instanceof Index))
                .filter(relation -> !(relation instanceof Sequence sequence
                        && sequence.ownerTable().isPresent()))
                .map(relation -> relation);
        return Stream.concat(relations, Stream.concat(schema.types().stream(), schema.routines().stream()));
    }

    private static Optional<ObjectDifference> object(Optional<SchemaObject> earlier, Optional<SchemaObject> later) {
        return change(earlier, later).map(change -> {
            SchemaObject object = later.or(() -> earlier).orElseThrow();
            return new ObjectDifference(change, kind(object), object.name().name());
        });
    }

    private static String kind(SchemaObject object) {
        return switch (object) {
            case View view when view.materialized() -> "materialized view";
            case View view -> "view";
            case Sequence sequence -> "sequence";
            case Routine routine when routine.procedure() -> "procedure";
            case Routine routine -> "function";
            default -> "type";
        };
    }

    private static <T> Optional<Change> change(Optional<T> earlier, Optional<T> later) {
        if (earlier.isEmpty()) {
            return Optional.of(Change.ADDED);
        }
        if (later.isEmpty()) {
            return Optional.of(Change.REMOVED);
        }
        return earlier.equals(later) ? Optional.empty() : Optional.of(Change.CHANGED);
    }

    private Optional<TableDifference> table(Optional<Table> earlier, Optional<Table> later) {
        if (earlier.equals(later) && indexes(before, earlier).equals(indexes(after, later))) {
            return Optional.empty();
        }
        Table table = later.or(() -> earlier).orElseThrow();
        var old = new TableParts(before, earlier);
        var now = new TableParts(after, later);
        List<PartDifference> parts = parts(old.all(), now.all());
        List<String> unchanged = now.columns().entrySet().stream()
                .filter(column -> column.getValue().equals(old.columns().get(column.getKey())))
                .map(column -> now.columnName(column.getKey()))
                .toList();
        Optional<String> nameBefore = earlier.filter(t -> !t.name().equals(table.name()))
                .map(t -> t.name().name());
        boolean there = earlier.isPresent() && later.isPresent();
        if (there && parts.isEmpty() && nameBefore.isEmpty()) {
            return Optional.empty();
        }
        Change change = earlier.isEmpty() ? Change.ADDED : later.isEmpty() ? Change.REMOVED : Change.CHANGED;
        return Optional.of(new TableDifference(
                change,
                table.name().name(),
                nameBefore,
                SchemaDifference.first(parts, MOST_PARTS),
                SchemaDifference.more(parts, MOST_PARTS),
                SchemaDifference.first(unchanged, MOST_PARTS),
                SchemaDifference.more(unchanged, MOST_PARTS)));
    }

    private static List<Index> indexes(Schema schema, Optional<Table> table) {
        return table.map(one -> schema.indexesOf(one.id())).orElse(List.of());
    }

    private static List<PartDifference> parts(Map<TableParts.Key, String> earlier, Map<TableParts.Key, String> later) {
        var parts = new ArrayList<PartDifference>();
        earlier.forEach((key, definition) -> {
            Optional<String> now = Optional.ofNullable(later.get(key));
            if (now.filter(definition::equals).isEmpty()) {
                parts.add(new PartDifference(key.kind(), Optional.of(definition), now));
            }
        });
        later.forEach((key, definition) -> {
            if (!earlier.containsKey(key)) {
                parts.add(new PartDifference(key.kind(), Optional.empty(), Optional.of(definition)));
            }
        });
        parts.sort(Comparator.comparing(PartDifference::kind));
        return parts;
    }
}
