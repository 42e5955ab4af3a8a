package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Node;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A constraint that a table has after a step and did not have before, whatever the statement looks like.
 *
 * @param name the table as the statement names it
 * @param table the table after the step
 * @param constraint the constraint
 * @param place the clause that makes it
 */
public record NewConstraint(QualifiedName name, Table table, Constraint constraint, Span place) {
    /** Those of CREATE TABLE and ALTER TABLE, what is inherited left out. */
    public static List<NewConstraint> of(Step step) {
        Optional<QualifiedName> name = name(step);
        Optional<Table> table = name.flatMap(n -> step.after().table(n));
        if (table.isEmpty()) {
            return List.of();
        }
        Set<ObjectId> old = step.before().table(table.get().id()).stream()
                .flatMap(before -> before.constraints().stream())
                .map(Constraint::id)
                .collect(Collectors.toSet());
        var found = new ArrayList<NewConstraint>();
        for (Constraint constraint : table.get().constraints()) {
            if (!old.contains(constraint.id()) && !constraint.inherited()) {
                found.add(new NewConstraint(name.get(), table.get(), constraint, place(step, table.get(), constraint)));
            }
        }
        return found;
    }

    private static Optional<QualifiedName> name(Step step) {
        if (step.statement() instanceof AlterTable alter) {
            return Optional.of(alter.name());
        }
        return step.statement() instanceof CreateTable create ? Optional.of(create.name()) : Optional.empty();
    }

    private static Span place(Step step, Table table, Constraint constraint) {
        List<String> columns = constraint.columns().stream()
                .flatMap(id -> table.column(id).stream())
                .map(Column::name)
                .toList();
        return elements(step)
                .flatMap(element -> place(element, constraint, columns).stream())
                .findFirst()
                .orElseGet(() -> Clause.words(step, step.statement().span(), 3));
    }

    private static Stream<? extends Node> elements(Step step) {
        if (step.statement() instanceof CreateTable create) {
            return create.elements().stream();
        }
        return ((AlterTable) step.statement()).actions().stream().flatMap(action -> switch (action) {
            case AlterAction.AddConstraint add -> Stream.of(add.constraint());
            case AlterAction.AddColumn add -> Stream.of(add.column());
            default -> Stream.<Node>of();
        });
    }

    private static Optional<Span> place(Node element, Constraint constraint, List<String> columns) {
        if (element instanceof TableConstraint written) {
            boolean same = written.name()
                    .map(name -> name.value().equals(constraint.name()))
                    .orElse(written.kind().name().equals(constraint.kind().name())
                            && (written.columns().isEmpty()
                                    || written.columns().stream()
                                            .map(Identifier::value)
                                            .toList()
                                            .equals(columns)));
            return same ? Optional.of(written.span()) : Optional.empty();
        }
        return element instanceof ColumnDefinition column
                        && columns.equals(List.of(column.name().value()))
                ? inline(column, constraint)
                : Optional.empty();
    }

    private static Optional<Span> inline(ColumnDefinition column, Constraint constraint) {
        String kind = constraint.kind() == Constraint.Kind.FOREIGN_KEY
                ? ColumnConstraint.Kind.REFERENCES.name()
                : constraint.kind().name();
        return column.constraints().stream()
                .filter(written -> written.kind().name().equals(kind))
                .map(ColumnConstraint::span)
                .findFirst();
    }

    /** Whether its table was there before the statement and serves clients. */
    public boolean serving(Step step) {
        return step.before().table(table.id()).isPresent() && Serving.clients(step, table.id());
    }

    /** Whether it is still there in a later state of its table. */
    public Optional<Constraint> in(Table later) {
        return later.constraints().stream()
                .filter(other -> other.id().equals(constraint.id()))
                .findFirst();
    }
}
