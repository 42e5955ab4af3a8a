package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.AlterAction.AddColumn;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnConstraint.Kind;
import io.github.migralint.ast.ColumnPosition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Column;
import java.util.Optional;

/** ADD COLUMN. */
final class ColumnAddition {
    private final Alteration alteration;
    private final Scene scene;
    private final Acts acts;
    private final AddColumn action;
    private final Definition definition;

    ColumnAddition(Alteration alteration, AddColumn action) {
        this.alteration = alteration;
        this.scene = alteration.scene();
        this.acts = alteration.acts();
        this.action = action;
        this.definition = new Definition(action.column());
    }

    void add() {
        if (action.ifNotExists() && alteration.lacks(Form.GUARD_IN_ALTER)) {
            return;
        }
        Optional<Column> present = alteration.table().column(definition.name());
        if (present.isPresent() && !alteration.drops(present.get())) {
            if (!action.ifNotExists()) {
                acts.exists(
                        Errors.COLUMN_EXISTS,
                        Subject.in(
                                alteration.table(),
                                ObjectKind.COLUMN,
                                action.column().name()));
            }
            return;
        }
        new ColumnForms(scene, acts).check(definition);
        refuse();
        int position = position();
        Clause clause = Clause.of(operation(position), "ADD COLUMN", action.span())
                .because("column " + definition.name() + " is added")
                .shifting(!definition.isVirtual() && alteration.virtualBehind(position));
        alteration.ask(keyed(checked(clause)));
        references();
        new InventedValue(alteration, definition, action.span()).tell();
    }

    private void refuse() {
        boolean earlier = alteration.statement().actions().stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .takeWhile(other -> !other.equals(action))
                .anyMatch(other -> other.column().name().value().equalsIgnoreCase(definition.name()));
        if (earlier && !action.ifNotExists()) {
            acts.exists(
                    Errors.COLUMN_EXISTS,
                    Subject.in(
                            alteration.table(),
                            ObjectKind.COLUMN,
                            action.column().name()));
        }
        boolean hasPrimary = alteration.table().primaryKey().isPresent() && !alteration.dropsPrimaryKey();
        if (definition.has(Kind.PRIMARY_KEY) && hasPrimary) {
            acts.fail(Errors.SECOND_PRIMARY_KEY, "Table " + alteration.name() + " has a primary key already.");
        }
        boolean counts = alteration.table().columns().stream()
                .anyMatch(column -> column.identity().isPresent() && !alteration.drops(column));
        boolean keyed = definition.isKey() || StatementKeys.indexOn(alteration.statement(), definition.name());
        if (definition.isAutoIncrement() && (counts || !keyed)) {
            acts.fail(
                    Errors.AUTO_INCREMENT_WITHOUT_KEY, "One column of a table has AUTO_INCREMENT, and it needs a key.");
        }
        boolean sameForAll = definition.isKey()
                && !definition.isAutoIncrement()
                && (definition.isNotNull(scene.server()) || definition.has(Kind.DEFAULT));
        if (sameForAll) {
            acts.risk(
                    alteration.key(),
                    Errors.DUPLICATE_ROWS,
                    "if there are two rows: they get the same value in column " + definition.name());
        }
    }

    private Clause keyed(Clause clause) {
        return definition.isKey() ? clause.building(scene.index(keyName(), true)) : clause;
    }

    private String keyName() {
        return definition.has(Kind.PRIMARY_KEY) ? "PRIMARY" : definition.name();
    }

    private Operation operation(int position) {
        if (definition.isVirtual()) {
            return virtual();
        }
        if (definition.generated().isPresent()) {
            return Operation.ADD_STORED_COLUMN;
        }
        if (definition.isAutoIncrement()) {
            return Operation.ADD_COUNTING_COLUMN;
        }
        if (definition.isKey()) {
            return Operation.ADD_KEYED_COLUMN;
        }
        return computed()
                .orElse(
                        position < alteration.table().columns().size() || placedInUnknown()
                                ? Operation.ADD_COLUMN_BETWEEN
                                : Operation.ADD_COLUMN);
    }

    private boolean placedInUnknown() {
        return action.position().isPresent() && !alteration.certain();
    }

    private Operation virtual() {
        if (definition.isKey() || StatementKeys.uniqueOn(alteration.statement(), definition.name())) {
            return Operation.ADD_KEYED_VIRTUAL_COLUMN;
        }
        return StatementKeys.indexOn(alteration.statement(), definition.name())
                ? Operation.ADD_INDEXED_VIRTUAL_COLUMN
                : Operation.ADD_VIRTUAL_COLUMN;
    }

    private Optional<Operation> computed() {
        Optional<Expression> expression = definition.defaultValue().filter(Definition::isComputed);
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        if (!Definition.isPerRow(expression.get())) {
            return Optional.of(Operation.ADD_COLUMN_COMPUTED);
        }
        if (scene.isMysql()) {
            acts.fail(
                    "1674",
                    "The default of column " + definition.name()
                            + " gives each row a value of its own, and might give it another one on a replica.");
        }
        return Optional.of(Operation.ADD_COLUMN_PER_ROW);
    }

    /** Before CHECK was enforced it was only read. */
    private Clause checked(Clause clause) {
        Optional<ColumnConstraint> check = definition.constraint(Kind.CHECK);
        if (check.isEmpty()) {
            return clause;
        }
        if (Checks.areIgnored(scene)) {
            acts.add(Checks.ignored(check.get().span()));
            return clause;
        }
        if (check.get().attributes().notEnforced()) {
            return clause;
        }
        if (scene.isMysql()) {
            acts.risk(
                    alteration.key(),
                    Errors.CHECK_VIOLATED,
                    "if the value that rows get in column " + definition.name() + " breaks its CHECK");
        }
        return clause.replacing(Operation.ADD_COLUMN, Operation.ADD_COLUMN_CHECKED);
    }

    private void refuseWithoutParent(ForeignKeyTarget target) {
        if (scene.settings().checksForeignKeys() && scene.surelyAbsent(target.table())) {
            acts.at(target.span());
            acts.missing(ForeignKeys.missingParent(scene), Subject.of(ObjectKind.TABLE, target.table()));
        }
    }

    /** Where an inline REFERENCES is honoured, it is a foreign key like any other. */
    private void references() {
        Optional<ColumnConstraint> references = definition.constraint(Kind.REFERENCES);
        if (references.isEmpty()) {
            return;
        }
        if (!ForeignKeys.honoursInline(scene)) {
            acts.add(ForeignKeys.ignoredInline(references.get().span()));
            return;
        }
        Operation operation = scene.settings().checksForeignKeys()
                ? Operation.ADD_FOREIGN_KEY
                : Operation.ADD_FOREIGN_KEY_UNCHECKED_WITH_INDEX;
        references.get().references().ifPresent(target -> {
            refuseWithoutParent(target);
            new ForeignKeys(scene, acts).lockParent(target.table());
        });
        alteration.ask(Clause.of(operation, "ADD FOREIGN KEY", action.span())
                .because("foreign key of column " + definition.name() + " is added"));
    }

    /** How many columns will stand before it. */
    private int position() {
        int last = alteration.table().columns().size();
        if (action.position().isEmpty()) {
            return last;
        }
        return action.position()
                .flatMap(ColumnPosition::after)
                .map(after -> alteration
                        .column(after, Errors.UNKNOWN_COLUMN)
                        .map(column -> alteration.position(column) + 1)
                        .orElse(last))
                .orElse(0);
    }
}
