package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Persistence;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Generated;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new foreign key of a table that is there: locks on both sides, and a query over both if it is to be verified. */
final class ForeignKeyAddition {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final Span place;

    /**
     * A foreign key as it is written.
     *
     * @param name its name, where given
     * @param columns its columns
     * @param target what it points at
     * @param period whether its last column is a PERIOD: then each row is looked up by itself
     * @param attributes validity, enforcement, deferrability
     */
    record Written(
            Optional<String> name,
            List<Identifier> columns,
            ForeignKeyTarget target,
            boolean period,
            ConstraintAttributes attributes) {
        Written {
            columns = List.copyOf(columns);
        }
    }

    ForeignKeyAddition(AlterStep step, Span place) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.place = place;
    }

    /** Adds it; rows need no look when all of them hold NULL in its columns. */
    void add(Written key, boolean rowsMayPoint) {
        if (key.target().match().equals("PARTIAL")) {
            acts.fail("0A000", "MATCH PARTIAL is not implemented.");
            return;
        }
        Lookup<Relation> found = scene.schema().relation(key.target().table());
        Optional<Problem> noSchema = scene.missingSchema(key.target().table());
        if (found.isAbsent() || noSchema.isPresent()) {
            acts.add(step.act(Operation.ADD_FOREIGN_KEY_NOT_VALID));
            noSchema.ifPresent(acts::fail);
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, key.target().table()));
            return;
        }
        boolean verify = rowsMayPoint
                && !key.attributes().notValid()
                && !key.attributes().notEnforced();
        switch (found.found().orElse(null)) {
            case Table referenced -> add(key, referenced, verify);
            case Relation other -> {
                acts.add(step.act(Operation.ADD_FOREIGN_KEY_NOT_VALID));
                acts.fail("42809", other.name().name() + " is not a table.");
            }
            case null -> unknown(key, verify);
        }
    }

    private void unknown(Written key, boolean verify) {
        acts.uncertain();
        RelationKey referenced = scene.keys().unknown(key.target().table());
        acts.add(base(verify).on(Role.REFERENCED, referenced));
        risk(referenced, verify);
    }

    private Act base(boolean verify) {
        return step.act(verify ? Operation.ADD_FOREIGN_KEY : Operation.ADD_FOREIGN_KEY_NOT_VALID)
                .because("verifies that every reference exists")
                .at(place);
    }

    private void add(Written key, Table referenced, boolean verify) {
        List<ObjectId> targets = targets(key.target(), referenced);
        refuse(key, referenced, targets);
        if (acts.failed()) {
            return;
        }
        List<Table> referencing =
                step.table().kind() == Table.Kind.PARTITIONED ? scene.family(step.table()) : List.of(step.table());
        List<Table> family =
                referenced.kind() == Table.Kind.PARTITIONED ? scene.family(referenced) : List.of(referenced);
        boolean scanned = verify && !key.period() && referencing.stream().anyMatch(this::mayHoldRows) && !allNull(key);
        for (Table member : referencing) {
            var act = base(verify)
                    .on(Role.INDEXES, key.period() ? List.of() : scene.storedIndexes(member))
                    .on(Role.REFERENCED, scene.keysOf(family))
                    .on(Role.KEY_INDEX, ForeignKeys.keyIndexes(scene, referenced, targets));
            act = member.id().equals(step.table().id()) ? act : replaceTable(act, member);
            acts.add(
                    verify
                            ? act.on(Role.REFERENCED_INDEXES, indexes(family))
                                    .on(Role.SCANNED, scanned ? scene.keysOf(family) : List.of())
                            : act);
        }
        risk(scene.key(referenced), verify);
    }

    /** Whether a column is as new as the statement and has no value: then no row points anywhere. */
    private boolean allNull(Written key) {
        Optional<Table> before = scene.keys().schema().table(step.table().id());
        return before.isPresent()
                && key.columns().stream()
                        .anyMatch(name -> before.get().column(name.value()).isEmpty()
                                && step.table()
                                        .column(name.value())
                                        .filter(column -> column.defaultValue().isEmpty()
                                                && column.identity().isEmpty()
                                                && column.generated().isEmpty())
                                        .isPresent());
    }

    private Act replaceTable(Act act, Table member) {
        return Act.of(act.operation())
                .on(Role.TABLE, scene.key(member))
                .on(Role.INDEXES, act.in(Role.INDEXES))
                .on(Role.REFERENCED, act.in(Role.REFERENCED))
                .on(Role.KEY_INDEX, act.in(Role.KEY_INDEX))
                .because(act.reason())
                .at(act.place());
    }

    private boolean mayHoldRows(Table table) {
        return !scene.certain(table) || scene.filled(table);
    }

    private List<RelationKey> indexes(List<Table> tables) {
        return tables.stream()
                .flatMap(table -> scene.storedIndexes(table).stream())
                .toList();
    }

    private void risk(RelationKey referenced, boolean verify) {
        if (verify) {
            acts.risk(step.key(), "23503", "rows that point at nothing in " + referenced.name());
        }
    }

    private List<ObjectId> targets(ForeignKeyTarget target, Table referenced) {
        if (target.columns().isEmpty()) {
            return referenced.primaryKey().map(Constraint::columns).orElse(List.of());
        }
        var columns = new ArrayList<ObjectId>();
        for (Identifier column : target.columns()) {
            referenced.column(column.value()).map(Column::id).ifPresent(columns::add);
        }
        return columns;
    }

    private void refuse(Written key, Table referenced, List<ObjectId> targets) {
        acts.add(base(false).on(Role.REFERENCED, scene.key(referenced)));
        refusePartitioned(key, referenced);
        if (step.certain()) {
            for (Identifier column : key.columns()) {
                if (known(column.value()).isEmpty()) {
                    acts.fail("42703", Subject.in(step.table(), ObjectKind.COLUMN, column));
                }
            }
        }
        refuseGenerated(key);
        if (scene.certain(referenced)) {
            refuseTarget(key, referenced, targets);
        }
        refusePersistence(referenced);
    }

    private void refusePartitioned(Written key, Table referenced) {
        if (step.table().kind() == Table.Kind.PARTITIONED) {
            if (step.only()) {
                acts.fail("42809", "ONLY is not possible for a foreign key of a partitioned table.");
            }
            if (key.attributes().notValid() && !scene.since(18)) {
                acts.fail("42809", "NOT VALID is not possible for a foreign key of a partitioned table before 18.");
            }
        }
        if (referenced.kind() == Table.Kind.FOREIGN) {
            acts.fail("42809", referenced.name().name() + " is a foreign table.");
        }
    }

    private Optional<Column> known(String column) {
        return step.after()
                .flatMap(table -> table.column(column))
                .or(() -> step.table().column(column));
    }

    private void refuseTarget(Written key, Table referenced, List<ObjectId> targets) {
        String name = referenced.name().name();
        if (key.target().columns().isEmpty() && targets.isEmpty()) {
            acts.fail("42704", "Table " + name + " has no primary key.");
        } else if (targets.size() < key.target().columns().size()) {
            acts.fail("42703", "A referenced column of " + name + " does not exist.");
        } else if (targets.size() != key.columns().size()) {
            acts.fail("42830", "The numbers of referencing and referenced columns differ.");
        } else {
            Optional<io.github.migralint.schema.Index> index = keyIndex(referenced, targets);
            if (index.isEmpty()) {
                acts.fail("42830", "No unique constraint of " + name + " matches the referenced columns.");
            } else if (deferrable(referenced, index.get().id())) {
                acts.fail("55000", "The unique constraint of " + name + " is deferrable.");
            }
            refuseTypes(key, referenced, targets);
        }
    }

    /** The table may reference what the same statement gives it. */
    private Optional<io.github.migralint.schema.Index> keyIndex(Table referenced, List<ObjectId> targets) {
        return ForeignKeys.keyIndex(scene, referenced, targets)
                .or(() -> ForeignKeys.keyIndex(scene.later(step.trial().after()), referenced, targets));
    }

    private static boolean deferrable(Table referenced, ObjectId index) {
        return referenced.constraints().stream()
                .anyMatch(c -> c.index().filter(index::equals).isPresent() && c.deferrable());
    }

    private void refuseTypes(Written key, Table referenced, List<ObjectId> targets) {
        for (int i = 0; i < targets.size(); i++) {
            Optional<io.github.migralint.schema.DataType> here =
                    known(key.columns().get(i).value()).flatMap(Column::type);
            Optional<io.github.migralint.schema.DataType> there =
                    referenced.column(targets.get(i)).flatMap(Column::type);
            if (here.isPresent()
                    && there.isPresent()
                    && ForeignKeys.surelyIncomparable(here.get(), there.get(), scene)) {
                acts.fail("42804", "A foreign key cannot compare " + here.get() + " with " + there.get() + ".");
            }
        }
    }

    /** What the row computes by itself cannot be set from outside. */
    private void refuseGenerated(Written key) {
        boolean sets = key.target().onDelete().startsWith("SET ")
                || key.target().onUpdate().startsWith("SET ")
                || key.target().onUpdate().equals("CASCADE");
        for (Identifier name : key.columns()) {
            Optional<Generated> generated = known(name.value()).flatMap(Column::generated);
            if (generated.filter(g -> !g.stored()).isPresent()) {
                acts.fail("0A000", "A foreign key on a virtual generated column is not supported.");
            } else if (sets && generated.isPresent()) {
                acts.fail("42601", "A foreign key cannot change the generated column " + name.value() + ".");
            }
        }
    }

    private void refusePersistence(Table referenced) {
        boolean permanent = step.table().persistence() == Persistence.PERMANENT && step.certain();
        if (permanent && referenced.persistence() != Persistence.PERMANENT) {
            acts.fail("42P16", "A permanent table may reference only permanent tables.");
        }
    }
}
