package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.RefreshMaterializedView;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.View;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Views, materialized views and tables that a query fills.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record ViewEffects(Scene scene, Acts acts) {
    void create(CreateView statement) {
        Trial trial = Trial.of(scene.schema(), statement);
        var reads = new QueryReads(scene, acts, statement.query()).knowing(statement.name());
        Optional<Relation> old = statement.persistence() == io.github.migralint.ast.Persistence.TEMPORARY
                ? Optional.empty()
                : scene.schema().relation(statement.name()).found();
        reads.names();
        refuseOwnColumns(statement, trial);
        refuseOptions(statement.options(), scene, acts);
        if (old.isPresent()) {
            replace(statement, old.get(), trial);
            return;
        }
        trial.created()
                .forEach(view -> acts.add(Act.of(Operation.CREATE_VIEW)
                        .on(Role.NEW_VIEW, scene.keys().created(view))));
    }

    private void refuseOwnColumns(CreateView statement, Trial trial) {
        Optional<View> made = trial.after()
                .relation(statement.name())
                .found()
                .filter(View.class::isInstance)
                .map(View.class::cast);
        List<String> names = made.stream()
                .flatMap(view -> view.columns().stream())
                .map(Column::name)
                .toList();
        if (new HashSet<>(names).size() < names.size()) {
            acts.fail("42701", "Two columns of the view have the same name.");
        }
    }

    private static final Map<String, Integer> VIEW_OPTIONS =
            Map.of("security_barrier", 0, "check_option", 0, "security_invoker", 15);

    static void refuseOptions(List<Option> options, Scene scene, Acts acts) {
        for (Option option : options) {
            if (!scene.since(VIEW_OPTIONS.getOrDefault(option.name(), Integer.MAX_VALUE))) {
                acts.fail("22023", "There is no option " + option.name() + " of views.");
            }
        }
    }

    private void replace(CreateView statement, Relation old, Trial trial) {
        if (!statement.replace()) {
            acts.fail("42P07", Subject.of(ObjectKind.TABLE, statement.name()));
            return;
        }
        if (!(old instanceof View view) || view.materialized()) {
            acts.add(Act.of(Operation.REPLACE_VIEW).on(Role.VIEW, scene.keys().of(old)));
            acts.fail("42809", old.name().name() + " is not a view.");
            return;
        }
        Optional<View> replaced =
                trial.after().object(view.id()).filter(View.class::isInstance).map(View.class::cast);
        replaced.ifPresent(now -> refuseColumns(view.columns(), now.columns()));
        acts.add(Act.of(Operation.REPLACE_VIEW).on(Role.VIEW, scene.keys().of(view)));
    }

    /** Columns can only be added at the end. */
    private void refuseColumns(List<Column> before, List<Column> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        if (after.size() < before.size()) {
            acts.fail("42P16", "A column of the view would be dropped.");
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).name().equals(after.get(i).name())) {
                acts.fail("42P16", "Column " + before.get(i).name() + " of the view would get another name.");
            }
            var old = before.get(i).type();
            var now = after.get(i).type();
            if (old.isPresent() && now.isPresent() && !old.get().equals(now.get())) {
                acts.fail("42P16", "Column " + before.get(i).name() + " of the view would get another type.");
            }
        }
    }

    void createTable(CreateTableAs statement) {
        boolean taken = scene.schema().relation(statement.name()).found().isPresent()
                && statement.persistence() != io.github.migralint.ast.Persistence.TEMPORARY;
        if (taken) {
            if (!statement.ifNotExists()) {
                acts.fail("42P07", Subject.of(ObjectKind.TABLE, statement.name()));
            }
            return;
        }
        var reads = new QueryReads(scene, acts, statement.query());
        if (statement.withData()) {
            reads.rows();
        } else {
            reads.names();
        }
        for (Relation relation : Trial.of(scene.schema(), statement).created()) {
            created(relation);
        }
    }

    void created(Relation relation) {
        RelationKey key = scene.keys().created(relation);
        acts.add(
                relation instanceof View
                        ? Act.of(Operation.CREATE_MATVIEW).on(Role.NEW_VIEW, key)
                        : Act.of(Operation.CREATE_TABLE).on(Role.NEW_TABLE, key));
    }

    void refresh(RefreshMaterializedView statement) {
        Lookup<Relation> found = scene.schema().relation(statement.name());
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.MATERIALIZED_VIEW, statement.name()));
            return;
        }
        switch (found.found().orElse(null)) {
            case View view when view.materialized() -> refresh(statement, view);
            case Relation other -> acts.fail("42809", other.name().name() + " is not a materialized view.");
            case null -> {
                acts.uncertain();
                acts.add(Act.of(statement.concurrently() ? Operation.REFRESH_CONCURRENTLY : Operation.REFRESH)
                        .on(Role.VIEW, RelationWords.unknown(scene, "matview", statement.name())));
            }
        }
    }

    private void refresh(RefreshMaterializedView statement, View view) {
        List<Index> indexes = scene.schema().indexesOf(view.id());
        if (statement.concurrently()) {
            boolean unique = indexes.stream()
                    .anyMatch(index -> index.unique() && index.predicate().isEmpty() && !index.hasExpressions());
            if (!unique) {
                acts.fail("55000", "A unique index over all rows of the view is needed.");
            } else if (!view.populated()) {
                acts.add(Act.of(Operation.REFRESH_CONCURRENTLY)
                        .on(Role.VIEW, scene.keys().of(view)));
                acts.fail("0A000", "A view that was never filled cannot be refreshed concurrently.");
            }
        }
        RelationKey key = scene.keys().of(view);
        if (statement.concurrently()) {
            acts.add(Act.of(Operation.REFRESH_CONCURRENTLY)
                    .on(Role.VIEW, key)
                    .on(Role.INDEXES, scene.keys().of(indexes)));
        } else {
            acts.add(Act.of(statement.withData() ? Operation.REFRESH : Operation.REFRESH_EMPTY)
                    .on(Role.VIEW, key));
            indexes.forEach(index -> acts.add(Act.of(Operation.REFRESH_INDEX)
                    .on(Role.VIEW, statement.withData() ? List.of(key) : List.of())
                    .on(Role.INDEX, scene.keys().of(index))));
        }
        if (statement.withData()) {
            new QueryReads(scene, acts, view.query()).rows();
        }
    }
}
