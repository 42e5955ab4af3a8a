package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnConstraint.Kind;
import io.github.migralint.ast.ColumnPosition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.MysqlAction.ModifyColumn;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Effect;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MODIFY and CHANGE: what differs between a column and its new definition is what the server has to do. */
final class ColumnRedefinition {
    private final Alteration alteration;
    private final Scene scene;
    private final Acts acts;
    private final ModifyColumn action;
    private final Definition definition;
    private final List<Operation> operations = new ArrayList<>();
    private String reason;

    ColumnRedefinition(Alteration alteration, ModifyColumn action) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.acts = alteration.acts();
        this.action = action;
        this.definition = new Definition(action.definition());
        this.reason = "column " + action.column().value() + " is defined anew";
    }

    void redefine() {
        if (action.ifExists() && alteration.lacks(Form.GUARD_IN_ALTER)) {
            return;
        }
        Optional<Column> found = alteration.table().column(action.column().value());
        if (found.isEmpty() && action.ifExists() && alteration.certain()) {
            return;
        }
        new ColumnForms(scene, acts).check(definition);
        Optional<Column> column = alteration.column(action.column(), Errors.UNKNOWN_COLUMN);
        if (column.isEmpty()) {
            unknown();
        } else {
            compare(column.get());
        }
        if (definition.isKey() && alteration.indexNamed(definition.name()).isEmpty()) {
            operations.add(definition.has(Kind.PRIMARY_KEY) ? Operation.ADD_PRIMARY_KEY : Operation.ADD_INDEX);
        }
        Clause clause = new Clause(
                operations.isEmpty() ? List.of(Operation.DESCRIBE_COLUMN) : operations,
                label(),
                reason,
                Optional.empty(),
                false,
                action.span());
        alteration.ask(definition.isKey() ? clause.building(scene.index(definition.name(), true)) : clause);
    }

    private String label() {
        return action.renames() ? "CHANGE COLUMN" : "MODIFY COLUMN";
    }

    /** Nobody knows what it was: it may have to be written anew. */
    private void unknown() {
        acts.uncertain();
        reason = "column " + action.column().value() + " may get another type";
        operations.add(Operation.CHANGE_TYPE);
        if (definition.isNotNull(scene.server())) {
            refusesNull();
        }
    }

    private void compare(Column column) {
        ColumnReferences references = new ColumnReferences(alteration, column);
        if (action.renames()) {
            references.checkRename(action.definition().name());
            operations.add(references.renaming());
        }
        Column fresh = Trial.redefined(alteration, column, action).orElse(column);
        computation(column);
        type(column, fresh, references);
        counting(column, fresh);
        nullability(column, fresh);
        position(column);
        if (fresh.traits().invisible() != column.traits().invisible()) {
            operations.add(Operation.SET_COLUMN_VISIBILITY);
        }
        check();
        List<String> lost = new LostAttributes(scene, alteration.table(), column).of(definition);
        if (!lost.isEmpty()) {
            acts.add(new Effect.LosesAttributes(alteration.key(), column.name(), lost, action.span()));
        }
    }

    private void computation(Column column) {
        Optional<Generated> old = column.generated();
        Optional<ColumnConstraint> fresh = definition.generated();
        boolean wasVirtual = old.filter(g -> !g.stored()).isPresent();
        boolean otherStorage = old.isPresent()
                && fresh.isPresent()
                && wasVirtual == fresh.get().stored();
        boolean freed = wasVirtual && fresh.isEmpty();
        boolean madeVirtual = old.isEmpty() && definition.isVirtual();
        if (otherStorage || freed || madeVirtual) {
            acts.fail(
                    scene.isMysql() ? "3106" : "1907",
                    "Column " + column.name()
                            + " cannot become one that is stored, or cease to be one, without being dropped and added.");
        }
        if (old.isEmpty() != fresh.isEmpty()) {
            operations.add(Operation.CHANGE_TYPE);
            reason = "column " + column.name()
                    + (fresh.isPresent() ? " becomes a computed one" : " is computed no longer");
        } else if (old.isPresent() && !sameExpression(old.get().expression(), fresh.get())) {
            operations.add(wasVirtual ? Operation.CHANGE_VIRTUAL_EXPRESSION : Operation.CHANGE_STORED_EXPRESSION);
            reason = "column " + column.name() + " is computed otherwise";
        }
    }

    private static boolean sameExpression(Expression old, ColumnConstraint fresh) {
        return fresh.expression()
                .filter(expression -> stripped(expression).equalsIgnoreCase(stripped(old)))
                .isPresent();
    }

    private static String stripped(Expression expression) {
        return expression.normalized().replace("`", "").replace(" ", "").replaceAll("^\\(+|\\)+$", "");
    }

    private void type(Column column, Column fresh, ColumnReferences references) {
        Optional<TypeSides> known = TypeSides.of(alteration, column, fresh);
        if (known.isEmpty()) {
            acts.uncertain();
            operations.add(Operation.CHANGE_TYPE);
            return;
        }
        TypeSides sides = known.get();
        Optional<Operation> change = sides.operation();
        change.ifPresent(operation -> {
            operations.add(operation);
            reason = sides.reason();
            references.checkType(sides.from(), sides.to());
            refuseKey(column, sides.to());
        });
        if (column.generated().isEmpty()) {
            sides.loss().ifPresent(loss -> narrow(column, loss));
        }
        if (!sides.from().name().equals(sides.to().name())) {
            acts.add(new Effect.BreaksClients(
                    ObjectKind.COLUMN,
                    column.name(),
                    Optional.of(column.id()),
                    Effect.BreaksClients.Breakage.RETYPED,
                    action.span()));
        }
    }

    /** MySQL indexes the beginning of a TEXT or BLOB only, and wants to be told how much of it. */
    private void refuseKey(Column column, StoredType to) {
        boolean whole = alteration.indexesOn(column).stream()
                .filter(index -> !Scene.isFulltext(index))
                .flatMap(index -> index.parts().stream())
                .anyMatch(part -> part.column().filter(column.id()::equals).isPresent()
                        && part.prefixLength().isEmpty());
        if (scene.isMysql() && whole && to.isBlob()) {
            acts.fail(
                    Errors.KEY_WITHOUT_LENGTH,
                    "Column " + column.name() + " is a part of a key, and of type " + to + " it needs a length there.");
        }
    }

    private void narrow(Column column, Narrowing.Loss loss) {
        acts.add(new Effect.NarrowsType(alteration.key(), column.name(), loss.fate(), loss.values(), action.span()));
        if (loss.fate() == Effect.NarrowsType.Fate.REFUSED) {
            acts.risk(alteration.key(), loss.number(), "if column " + column.name() + " holds values " + loss.values());
        }
    }

    private void counting(Column column, Column fresh) {
        boolean counted = column.identity().isPresent();
        if (counted != fresh.identity().isPresent()) {
            operations.add(counted ? Operation.STOP_COUNTING : Operation.START_COUNTING);
            reason = "column " + column.name() + (counted ? " loses" : " gets") + " AUTO_INCREMENT";
        }
    }

    private void nullability(Column column, Column fresh) {
        boolean key = Scene.inPrimaryKey(alteration.table(), column) && !alteration.dropsPrimaryKey();
        boolean before = column.notNull() || key;
        boolean after = fresh.notNull() || key;
        if (before == after || definition.generated().isPresent()) {
            return;
        }
        if (!after) {
            operations.add(Operation.DROP_NOT_NULL);
            explain("column " + column.name() + " may hold NULL from now on");
            return;
        }
        boolean generated = Storage.holdsGeneratedValues(scene, alteration.table());
        operations.add(generated ? Operation.SET_NOT_NULL_BESIDE_GENERATED : Operation.SET_NOT_NULL);
        explain("column " + column.name() + " refuses NULL from now on");
        refusesNull();
    }

    /** Says why, where another type, which costs more, has not said it. */
    private void explain(String why) {
        if (!operations.contains(Operation.CHANGE_TYPE)) {
            reason = why;
        }
    }

    /** In a strict session NULL stops the statement; in others it becomes a value that nobody gave. */
    private void refusesNull() {
        String name = action.column().value();
        if (scene.settings().isStrict()) {
            acts.risk(
                    alteration.key(), scene.isMysql() ? "1138" : Errors.TRUNCATED, "if column " + name + " holds NULL");
        } else {
            String value = definition.type().filter(StoredType::isNumber).isPresent() ? "0" : "''";
            acts.add(new Effect.InventsValues(alteration.key(), name, value, action.span()));
        }
    }

    private void position(Column column) {
        if (action.position().isEmpty() || isThere(column, action.position().get())) {
            return;
        }
        boolean virtual = column.generated().filter(g -> !g.stored()).isPresent();
        operations.add(virtual ? Operation.MOVE_VIRTUAL_COLUMN : Operation.MOVE_COLUMN);
        if (operations.size() == 1) {
            reason = "column " + column.name() + " gets another place";
        }
    }

    private boolean isThere(Column column, ColumnPosition position) {
        int now = alteration.position(column);
        return position.after()
                .map(after -> alteration
                        .column(after, Errors.UNKNOWN_COLUMN)
                        .map(before -> alteration.position(before) + 1 == now)
                        .orElse(false))
                .orElse(now == 0);
    }

    private void check() {
        Optional<ColumnConstraint> check = definition.constraint(Kind.CHECK);
        if (check.isPresent() && Checks.areIgnored(scene)) {
            acts.add(Checks.ignored(check.get().span()));
        } else if (check.isPresent() && !check.get().attributes().notEnforced()) {
            operations.add(Operation.ADD_CHECK);
            reason = "the CHECK of column " + action.column().value() + " is verified";
            acts.risk(
                    alteration.key(),
                    scene.isMysql() ? Errors.CHECK_VIOLATED : "4025",
                    "if a row breaks the CHECK of column " + action.column().value());
        }
    }
}
