package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.DataType;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.IndexPart;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;

/** Indexes, checks and foreign keys on a column are made anew when its type changes; some at the price of their work. */
final class TypeChangeDependents {
    private final AlterStep step;
    private final Scene scene;
    private final Acts acts;
    private final AlterAction.AlterColumnType action;
    private final Table table;
    private final Column column;
    private final DataType target;
    private final boolean rewritten;

    TypeChangeDependents(
            AlterStep step,
            AlterAction.AlterColumnType action,
            Table table,
            Column column,
            DataType target,
            boolean rewritten) {
        this.step = step;
        this.scene = step.scene();
        this.acts = step.acts();
        this.action = action;
        this.table = table;
        this.column = column;
        this.target = target;
        this.rewritten = rewritten;
    }

    void add() {
        for (Index index : scene.schema().indexesOf(table.id())) {
            if (TypeChange.uses(index, column)) {
                index(index);
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint.columns().contains(column.id())) {
                constraint(constraint);
            }
        }
        for (Table referencing : scene.schema().referencing(table.id())) {
            referencing.constraints().stream()
                    .filter(this::pointsHere)
                    .forEach(constraint -> foreignKey(referencing, constraint, table));
        }
    }

    private void index(Index index) {
        RelationKey key = scene.keys().of(index);
        boolean reused = !rewritten && reusable(index);
        acts.add(Act.of(reused ? Operation.REUSE_INDEX : Operation.RECREATE_INDEX)
                .on(Role.TABLE, scene.key(table))
                .on(Role.INDEX, key)
                .on(Role.NEW_INDEX, new RelationKey(key.kind(), key.name(), Optional.empty(), true))
                .because("builds index " + index.name().name() + " again")
                .at(action.span()));
    }

    /** Storage is kept where entries sort as before: same operator family, same collation, no expression, no condition. */
    private boolean reusable(Index index) {
        boolean ofTree = index.partitioned() || index.parent().isPresent();
        if (ofTree || index.hasExpressions() || index.predicate().isPresent()) {
            return false;
        }
        return index.parts().stream()
                .filter(part -> part.column().filter(column.id()::equals).isPresent())
                .allMatch(part -> sameOrder(part) && (part.collation().isPresent() || sameCollation()));
    }

    private boolean sameOrder(IndexPart part) {
        if (part.operatorClass().isPresent() || column.type().isEmpty()) {
            return column.type().isPresent();
        }
        String before = family(Types.base(column.type().get(), scene.schema()).name());
        return before.equals(family(Types.base(target, scene.schema()).name()));
    }

    /** Types whose values are compared by the same default operators. */
    private static String family(String type) {
        return switch (type) {
            case "varchar" -> "text";
            case "cidr" -> "inet";
            case "varbit" -> "varbit";
            default -> type;
        };
    }

    private boolean sameCollation() {
        String before = column.collation().orElse("");
        String after = action.collation().map(Object::toString).orElse("");
        return normal(before).equals(normal(after));
    }

    private static String normal(String collation) {
        return collation.equals("default") || collation.equals("pg_catalog.default") ? "" : collation;
    }

    private void constraint(Constraint constraint) {
        switch (constraint.kind()) {
            case CHECK -> {
                if (constraint.validated() && constraint.enforced()) {
                    acts.add(Act.of(Operation.RECHECK_CONSTRAINT)
                            .on(Role.TABLE, scene.key(table))
                            .because("verifies the CHECK " + constraint.name() + " again")
                            .at(action.span()));
                }
            }
            case FOREIGN_KEY ->
                constraint
                        .foreignKey()
                        .flatMap(ForeignKey::table)
                        .flatMap(scene.schema()::table)
                        .filter(referenced -> !referenced.id().equals(table.id()))
                        .ifPresent(referenced -> foreignKey(table, constraint, referenced));
            case NOT_NULL, UNIQUE, PRIMARY_KEY, EXCLUDE -> {}
        }
    }

    private boolean pointsHere(Constraint constraint) {
        return constraint
                .foreignKey()
                .filter(key -> key.table().filter(table.id()::equals).isPresent()
                        && key.columns().contains(column.id()))
                .isPresent();
    }

    private void foreignKey(Table referencing, Constraint constraint, Table referenced) {
        acts.add(Act.of(Operation.RECREATE_FOREIGN_KEY)
                .on(Role.TABLE, scene.key(referencing))
                .on(Role.REFERENCED, scene.keysOf(scene.family(referenced))));
        refuseOtherType(constraint);
        boolean comparesOtherwise = !column.type()
                .map(type -> family(Types.base(type, scene.schema()).name()))
                .equals(Optional.of(family(Types.base(target, scene.schema()).name())));
        var act = Act.of(
                        comparesOtherwise && constraint.validated() && constraint.enforced()
                                ? Operation.REVALIDATE_FOREIGN_KEY
                                : Operation.RECREATE_FOREIGN_KEY)
                .on(Role.TABLE, scene.key(referencing))
                .on(Role.INDEXES, scene.storedIndexes(referencing))
                .on(Role.REFERENCED, scene.keysOf(scene.family(referenced)))
                .on(Role.SCANNED, scene.keysOf(scene.family(referenced)))
                .on(Role.REFERENCED_INDEXES, scene.storedIndexes(referenced))
                .because("verifies the foreign key " + constraint.name() + " again")
                .at(action.span());
        acts.add(
                referenced.id().equals(table.id())
                        ? act
                        : act.on(
                                Role.KEY_INDEX,
                                ForeignKeys.keyIndexes(
                                        scene,
                                        referenced,
                                        constraint
                                                .foreignKey()
                                                .map(ForeignKey::columns)
                                                .orElse(List.of()))));
    }

    /** Both sides of a foreign key must be comparable. */
    private void refuseOtherType(Constraint constraint) {
        Optional<DataType> other = ForeignKeys.opposite(scene, constraint, column);
        if (other.isPresent()
                && !retypedToo(constraint)
                && ForeignKeys.surelyIncomparable(target, other.get(), scene)) {
            acts.fail(
                    "42804",
                    "Foreign key " + constraint.name() + " cannot compare " + target + " with " + other.get() + ".");
        }
    }

    private boolean retypedToo(Constraint constraint) {
        return step.statement().actions().stream()
                                .filter(AlterAction.AlterColumnType.class::isInstance)
                                .count()
                        > 1
                && constraint.foreignKey().flatMap(ForeignKey::table).equals(Optional.of(table.id()));
    }
}
