package io.github.migralint.rules.transaction;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.ColumnPosition;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.TableConstraint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A clause of ALTER TABLE that may stand in one statement with clauses of another.
 *
 * @param action the clause
 * @param changes columns, indexes and constraints that it makes, changes or drops, names folded
 * @param needs columns that must be as they were before the statement, names folded
 * @param adds whether what it is about is new
 */
record MergeableClause(AlterAction action, Set<String> changes, Set<String> needs, boolean adds) {
    private static final Set<String> PLAIN_INDEXES = Set.of("btree", "hash");

    MergeableClause {
        changes = Set.copyOf(changes);
        needs = Set.copyOf(needs);
    }

    /** The clause, unless engines refuse it beside others or do it in another way there. */
    static Optional<MergeableClause> of(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn a
            when !isGenerated(a.column()) -> clause(a, List.of(a.column().name()), place(a.position()), true);
            case AlterAction.DropColumn a -> clause(a, List.of(a.column()));
            case AlterAction.AlterColumnType a ->
                Optional.of(new MergeableClause(a, folded(List.of(a.column())), words(a.using().stream()), false));
            case AlterAction.SetDefault a -> clause(a, List.of(a.column()));
            case AlterAction.DropDefault a -> clause(a, List.of(a.column()));
            case AlterAction.SetNotNull a -> clause(a, List.of(a.column()));
            case AlterAction.DropNotNull a -> clause(a, List.of(a.column()));
            case AlterAction.AddConstraint a
            when a.constraint().kind() != TableConstraint.Kind.EXCLUDE
                    && a.constraint().usingIndex().isEmpty() ->
                clause(a, a.constraint().name().stream().toList(), List.of(), true);
            case AlterAction.DropConstraint a -> clause(a, List.of(a.name()));
            case MysqlAction.ModifyColumn a
            when !isGenerated(a.definition()) ->
                clause(a, List.of(a.column(), a.definition().name()), place(a.position()), false);
            case MysqlAction.RenameColumn a -> clause(a, List.of(a.column(), a.newName()));
            case MysqlAction.AddIndex a
            when PLAIN_INDEXES.contains(a.index().method()) ->
                clause(a, a.index().name().stream().toList(), List.of(), true);
            case MysqlAction.DropIndex a -> clause(a, List.of(a.index()));
            case MysqlAction.Rebuild a -> clause(a, List.of());
            default -> Optional.empty();
        };
    }

    /** Whether what it asks of the rows is asked on one way through the table together with other clauses. */
    static boolean sharesScan(AlterAction action) {
        return action instanceof AlterAction.SetNotNull
                || (action instanceof AlterAction.AddConstraint add
                        && add.constraint().kind() == TableConstraint.Kind.CHECK);
    }

    /** Whether it and a later clause mean the same in one statement as in two. */
    boolean mayStandBeside(MergeableClause later) {
        boolean same = changes.stream().anyMatch(later.changes::contains);
        boolean expected = changes.stream().anyMatch(later.needs::contains);
        // a column goes behind one that the same statement makes
        boolean placed = adds && later.adds;
        return !same && (!expected || placed);
    }

    private static Optional<MergeableClause> clause(AlterAction action, List<Identifier> changes) {
        return clause(action, changes, List.of(), false);
    }

    private static Optional<MergeableClause> clause(
            AlterAction action, List<Identifier> changes, List<Identifier> needs, boolean adds) {
        return Optional.of(new MergeableClause(action, folded(changes), folded(needs), adds));
    }

    private static Set<String> folded(List<Identifier> names) {
        return names.stream().map(name -> fold(name.value())).collect(Collectors.toSet());
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(Stream<Expression> expressions) {
        return expressions
                .flatMap(expression -> expression.tokens().stream())
                .map(token -> fold(token.text().replace("\"", "")))
                .collect(Collectors.toSet());
    }

    private static List<Identifier> place(Optional<ColumnPosition> position) {
        return position.flatMap(ColumnPosition::after).stream().toList();
    }

    private static boolean isGenerated(ColumnDefinition column) {
        return column.constraints().stream()
                .anyMatch(constraint -> constraint.kind() == ColumnConstraint.Kind.GENERATED);
    }
}
