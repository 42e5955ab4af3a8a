package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a query reads: relations down through views to tables, their partitions and all their indexes. */
final class QueryReads {
    private final Scene scene;
    private final Acts acts;
    private final Query query;
    private final Operation operation;
    private final Set<ObjectId> seen = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> locked = new HashSet<>();

    QueryReads(Scene scene, Acts acts, Query query) {
        this(scene, acts, query, Operation.READ);
    }

    QueryReads(Scene scene, Acts acts, Query query, Operation operation) {
        this.scene = scene;
        this.acts = acts;
        this.query = query;
        this.operation = operation;
    }

    /** A relation that is locked for another reason is not read again. */
    QueryReads except(ObjectId relation) {
        seen.add(relation);
        return this;
    }

    /** A name that the query itself gives a meaning, as a recursive view does. */
    QueryReads knowing(QualifiedName name) {
        known.add(name.toString());
        return this;
    }

    /** Locks of a query that is only stored. */
    void names() {
        for (QualifiedName name : query.relations()) {
            Lookup<Relation> found = scene.schema().relation(name);
            refuseMissing(name, found);
            found.found()
                    .filter(relation -> !(relation instanceof Sequence))
                    .ifPresent(relation -> acts.add(Act.of(Operation.READ_NAMES)
                            .on(Role.SOURCE, scene.keys().of(relation))));
        }
    }

    /** Only these of the relations are read for update; none means all. */
    QueryReads lockingOnly(Set<String> names) {
        locked.addAll(names);
        return this;
    }

    /** Refuses relations that are surely missing. */
    void refuseMissing() {
        query.relations().forEach(name -> refuseMissing(name, scene.schema().relation(name)));
    }

    /** Locks and scans of a query that runs. */
    void rows() {
        var whole = new Plan(scene, query.tokens());
        query.writes().stream().filter(name -> !reads(name)).forEach(this::write);
        for (QualifiedName name : query.relations()) {
            Optional<Subqueries.Part> part =
                    Subqueries.around(query.tokens(), name.span().start());
            Plan plan = part.map(p -> new Plan(scene, p.tokens(), p.scalar())).orElse(whole);
            Lookup<Relation> found = scene.schema().relation(name);
            refuseMissing(name, found);
            boolean changes = part.filter(p -> p.changes(name.span().start())).isPresent();
            if (found.found().orElse(null) instanceof Table table && changes) {
                change(table, plan);
            } else if (found.found().isPresent()) {
                read(found.found().get(), plan, plan.only(name));
            } else if (!found.isAbsent() && !isSystem(name)) {
                acts.uncertain();
                acts.add(Act.of(operation).on(Role.SOURCE, scene.keys().unknown(name)));
            }
        }
    }

    /** Whether the relation is among those that are read, at this very place. */
    private boolean reads(QualifiedName name) {
        return query.relations().stream().anyMatch(read -> read.span().equals(name.span()));
    }

    /** A relation that the query, or a statement in its WITH, puts rows into. */
    void write(QualifiedName name) {
        Lookup<Relation> found = scene.schema().relation(name);
        refuseMissing(name, found);
        if (!found.isAbsent()) {
            acts.add(Act.of(Operation.WRITE_ROWS)
                    .on(
                            Role.TABLE,
                            found.found()
                                    .map(scene.keys()::of)
                                    .orElseGet(() -> scene.keys().unknown(name))));
        }
    }

    /** A table whose rows a WITH query changes. */
    private void change(Table table, Plan plan) {
        seen.add(table.id());
        acts.add(Act.of(Operation.CHANGE_ROWS)
                .on(Role.TABLE, scene.key(table))
                .on(Role.INDEXES, scene.storedIndexes(table))
                .on(Role.SCANNED, plan.scans(table, table) ? List.of(scene.key(table)) : List.of())
                .because("visits every row"));
    }

    private static boolean isSystem(QualifiedName name) {
        return name.name().startsWith("pg_")
                || name.schema()
                        .filter(s -> s.equals("information_schema") || s.equals("pg_catalog"))
                        .isPresent();
    }

    private void refuseMissing(QualifiedName name, Lookup<Relation> found) {
        if (found.isAbsent() && !isSystem(name) && !known.contains(name.toString())) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
        }
    }

    private void read(Relation relation, Plan plan, boolean only) {
        if (!seen.add(relation.id())) {
            return;
        }
        switch (relation) {
            case Table table -> table(table, plan, only);
            case View view -> view(view, plan);
            case Sequence sequence ->
                acts.add(Act.of(Operation.READ_NAMES)
                        .on(Role.SOURCE, scene.keys().of(sequence)));
            case Index ignored -> {}
        }
    }

    private void table(Table table, Plan plan, boolean only) {
        for (Table member : only ? List.of(table) : plan.members(table)) {
            seen.add(member.id());
            if (member.kind() == Table.Kind.PARTITIONED) {
                acts.add(Act.of(operation == Operation.READ ? Operation.READ_PARTITIONED : operation)
                        .on(Role.SOURCE, scene.key(member))
                        .on(Role.SOURCE_INDEXES, operation == Operation.READ ? scene.indexes(member) : List.of()));
                continue;
            }
            acts.add(Act.of(operationOn(table, plan))
                    .on(Role.SOURCE, scene.key(member))
                    .on(Role.SOURCE_INDEXES, scene.storedIndexes(member))
                    .on(Role.SCANNED, plan.scans(table, member) ? List.of(scene.key(member)) : List.of())
                    .because("reads every row"));
        }
    }

    /** FOR UPDATE OF names the relations whose rows it locks. */
    private Operation operationOn(Table table, Plan plan) {
        boolean spared = !locked.isEmpty() && plan.namesOf(table).stream().noneMatch(locked::contains);
        return spared ? Operation.READ : operation;
    }

    private void view(View view, Plan plan) {
        if (view.materialized()) {
            if (!view.populated()
                    && operation == Operation.READ
                    && scene.schema().complete()) {
                acts.fail("55000", "Materialized view " + view.name().name() + " was never filled.");
            }
            acts.add(Act.of(operation)
                    .on(Role.SOURCE, scene.keys().of(view))
                    .on(Role.SOURCE_INDEXES, scene.keys().of(scene.schema().indexesOf(view.id())))
                    .on(
                            Role.SCANNED,
                            plan.restricted(view)
                                    ? List.of()
                                    : List.of(scene.keys().of(view)))
                    .because("reads every row"));
            return;
        }
        acts.add(Act.of(Operation.READ_NAMES).on(Role.SOURCE, scene.keys().of(view)));
        var inner = new QueryReads(scene, acts, view.query(), operation);
        inner.seen.addAll(seen);
        inner.rows();
    }
}
