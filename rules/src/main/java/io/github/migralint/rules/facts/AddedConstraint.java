package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.ForeignKeyTarget;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ForeignKey;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A constraint that an ALTER TABLE puts on a table, or makes sure of, in whatever form it is written.
 *
 * @param kind what it is
 * @param form how it is written
 * @param name its name, where given
 * @param columns its columns; none for CHECK and EXCLUDE of the table
 * @param references the table that a foreign key points at
 * @param newColumn the new column that carries it
 * @param definition where it stands without its name; the whole action when it is only named
 * @param clause where it stands
 */
public record AddedConstraint(
        TableConstraint.Kind kind,
        Form form,
        Optional<String> name,
        List<String> columns,
        Optional<String> references,
        Optional<ColumnDefinition> newColumn,
        Span definition,
        Span clause) {
    public AddedConstraint {
        columns = List.copyOf(columns);
    }

    /** How a statement asks for a constraint. */
    public enum Form {
        /** {@code ADD CONSTRAINT}. */
        ADDED,
        /** {@code ADD COLUMN} with the constraint in its definition. */
        INLINE,
        /** {@code VALIDATE CONSTRAINT}. */
        VALIDATED,
        /** {@code ALTER CONSTRAINT … ENFORCED}. */
        ENFORCED
    }

    /** The constraints of one kind that a step adds or validates, in order; those taken as NOT VALID left out. */
    public static List<AddedConstraint> of(Step step, TableConstraint.Kind kind) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return List.of();
        }
        var found = new ArrayList<AddedConstraint>();
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.AddConstraint add) {
                added(add).ifPresent(found::add);
            } else if (action instanceof AlterAction.AddColumn add) {
                found.addAll(inline(add.column()));
            } else if (action instanceof AlterAction.ValidateConstraint validate) {
                existing(step, alter, validate.name(), Form.VALIDATED, validate.span())
                        .ifPresent(found::add);
            } else if (action instanceof AlterAction.AlterConstraint change
                    && change.enforced().orElse(false)) {
                existing(step, alter, change.name(), Form.ENFORCED, change.span())
                        .ifPresent(found::add);
            }
        }
        found.removeIf(constraint -> constraint.kind() != kind);
        return found;
    }

    private static Optional<AddedConstraint> added(AlterAction.AddConstraint add) {
        TableConstraint constraint = add.constraint();
        if (constraint.attributes().notValid() || constraint.attributes().notEnforced()) {
            return Optional.empty();
        }
        return Optional.of(new AddedConstraint(
                constraint.kind(),
                Form.ADDED,
                constraint.name().map(Identifier::value),
                constraint.columns().stream().map(Identifier::value).toList(),
                constraint.references().map(ForeignKeyTarget::table).map(Object::toString),
                Optional.empty(),
                afterName(constraint.name(), constraint.span()),
                add.span()));
    }

    private static List<AddedConstraint> inline(ColumnDefinition column) {
        var found = new ArrayList<AddedConstraint>();
        for (ColumnConstraint constraint : column.constraints()) {
            if (!constraint.attributes().notEnforced()) {
                tableKind(constraint.kind())
                        .map(kind -> new AddedConstraint(
                                kind,
                                Form.INLINE,
                                constraint.name().map(Identifier::value),
                                List.of(column.name().value()),
                                constraint
                                        .references()
                                        .map(ForeignKeyTarget::table)
                                        .map(Object::toString),
                                Optional.of(column),
                                afterName(constraint.name(), constraint.span()),
                                constraint.span()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<TableConstraint.Kind> tableKind(ColumnConstraint.Kind kind) {
        return switch (kind) {
            case CHECK -> Optional.of(TableConstraint.Kind.CHECK);
            case NOT_NULL -> Optional.of(TableConstraint.Kind.NOT_NULL);
            case UNIQUE -> Optional.of(TableConstraint.Kind.UNIQUE);
            case PRIMARY_KEY -> Optional.of(TableConstraint.Kind.PRIMARY_KEY);
            case REFERENCES -> Optional.of(TableConstraint.Kind.FOREIGN_KEY);
            case NULL, DEFAULT, IDENTITY, GENERATED -> Optional.empty();
        };
    }

    private static Optional<AddedConstraint> existing(
            Step step, AlterTable alter, Identifier name, Form form, Span action) {
        Optional<TableConstraint> added = alter.actions().stream()
                .filter(AlterAction.AddConstraint.class::isInstance)
                .map(other -> ((AlterAction.AddConstraint) other).constraint())
                .filter(constraint -> constraint.name().map(Identifier::value).equals(Optional.of(name.value())))
                .findFirst();
        if (added.isPresent()) {
            return Optional.of(new AddedConstraint(
                    added.get().kind(),
                    form,
                    Optional.of(name.value()),
                    added.get().columns().stream().map(Identifier::value).toList(),
                    added.get().references().map(ForeignKeyTarget::table).map(Object::toString),
                    Optional.empty(),
                    action,
                    action));
        }
        return step.before()
                .table(alter.name())
                .flatMap(table -> table.constraint(name.value())
                        .map(constraint -> new AddedConstraint(
                                TableConstraint.Kind.valueOf(constraint.kind().name()),
                                form,
                                Optional.of(name.value()),
                                columnNames(table, constraint),
                                constraint
                                        .foreignKey()
                                        .map(ForeignKey::tableName)
                                        .map(Object::toString),
                                Optional.empty(),
                                action,
                                action)));
    }

    private static List<String> columnNames(Table table, Constraint constraint) {
        return constraint.columns().stream()
                .flatMap(id -> table.column(id).stream())
                .map(column -> column.name())
                .toList();
    }

    private static Span afterName(Optional<Identifier> name, Span whole) {
        return name.map(n -> new Span(n.span().end(), whole.end())).orElse(whole);
    }
}
