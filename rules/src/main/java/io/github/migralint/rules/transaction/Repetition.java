package io.github.migralint.rules.transaction;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterDomain;
import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateCompositeType;
import io.github.migralint.ast.CreateDomain;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateRule;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateStatistics;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateType;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rules.facts.Serving;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a statement changes the schema, and whether it may run a second time. */
final class Repetition {
    private static final Set<ObjectKind> USED_THROUGH_TABLES =
            Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.INDEX);

    private Repetition() {}

    /** Whether a statement makes, changes or drops an object. */
    static boolean changesSchema(Statement statement) {
        return switch (statement) {
            case AlterDomain ignored -> true;
            case AlterEnum ignored -> true;
            case AlterSequence ignored -> true;
            case AlterTable ignored -> true;
            case CreateCompositeType ignored -> true;
            case CreateDomain ignored -> true;
            case CreateEnum ignored -> true;
            case CreateExtension ignored -> true;
            case CreateFunction ignored -> true;
            case CreateIndex ignored -> true;
            case CreatePolicy ignored -> true;
            case CreateRule ignored -> true;
            case CreateSchema ignored -> true;
            case CreateSequence ignored -> true;
            case CreateStatistics ignored -> true;
            case CreateTable ignored -> true;
            case CreateTableAs ignored -> true;
            case CreateTrigger ignored -> true;
            case CreateType ignored -> true;
            case CreateView ignored -> true;
            case DropObject ignored -> true;
            case MysqlStatement.RenameTables ignored -> true;
            case Rename ignored -> true;
            case SetSchema ignored -> true;
            default -> false;
        };
    }

    /** Whether a statement changes or drops a table that is in use, or something of it. */
    static boolean changesUsed(Step step, Statement statement) {
        return switch (statement) {
            case AlterTable alter -> Serving.clients(step, alter.name()) && !madeBelow(step, alter.name());
            case CreateIndex index -> Serving.clients(step, index.table()) && !madeBelow(step, index.table());
            case DropObject drop
            when USED_THROUGH_TABLES.contains(drop.kind()) ->
                drop.objects().stream()
                        .map(object -> object.on().orElse(object.name()))
                        .anyMatch(name -> Serving.clients(step, name) && !madeBelow(step, name));
            case MysqlStatement.RenameTables rename ->
                rename.renames().stream().anyMatch(pair -> Serving.clients(step, pair.table()));
            case Rename ignored -> true;
            default -> false;
        };
    }

    /** Whether the same migration makes the table first. */
    private static boolean madeBelow(Step step, QualifiedName table) {
        return step.following().stream()
                .anyMatch(later -> later instanceof CreateTable create
                        && create.name().name().equals(table.name()));
    }

    /** Whether it fails when what it does is done already. */
    static boolean failsAgain(Statement statement) {
        return switch (statement) {
            case AlterEnum s -> !s.ifNotExists();
            case AlterTable s -> s.actions().stream().anyMatch(Repetition::failsAgain);
            case CreateCompositeType ignored -> true;
            case CreateDomain ignored -> true;
            case CreateEnum ignored -> true;
            case CreateExtension s -> !s.ifNotExists();
            case CreateFunction s -> !s.replace();
            case CreateIndex s -> s.name().isPresent() && !s.ifNotExists();
            case CreatePolicy ignored -> true;
            case CreateSchema s -> !s.ifNotExists();
            case CreateSequence s -> !s.ifNotExists();
            case CreateStatistics s -> s.name().isPresent() && !s.ifNotExists();
            case CreateTable s -> !s.ifNotExists();
            case CreateTableAs s -> !s.ifNotExists();
            case CreateTrigger s -> !s.replace();
            case CreateType ignored -> true;
            case CreateView s -> !s.replace();
            case DropObject s -> !s.ifExists();
            case MysqlStatement.RenameTables s -> !s.ifExists();
            case Rename s -> !s.ifExists();
            default -> false;
        };
    }

    private static boolean failsAgain(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn a -> !a.ifNotExists();
            case AlterAction.DropColumn a -> !a.ifExists();
            case AlterAction.DropConstraint a -> !a.ifExists();
            case AlterAction.DropExpression a -> !a.ifExists();
            case AlterAction.DropIdentity a -> !a.ifExists();
            case AlterAction.AddConstraint a -> a.constraint().name().isPresent();
            case AlterAction.AddIdentity ignored -> true;
            case AlterAction.AttachPartition ignored -> true;
            case AlterAction.DetachPartition ignored -> true;
            case MysqlAction.AddIndex a -> !a.ifNotExists();
            case MysqlAction.DropIndex a -> !a.ifExists();
            case MysqlAction.RenameColumn a -> !a.ifExists();
            case MysqlAction.RenameIndex a -> !a.ifExists();
            case MysqlAction.RenameTo ignored -> true;
            case MysqlAction.ModifyColumn a -> a.renames() && !a.ifExists();
            case MysqlAction.ChangePartitions ignored -> true;
            default -> false;
        };
    }

    /** Names of objects that a statement removes where they are there. */
    static Set<String> clears(Statement statement) {
        return switch (statement) {
            case DropObject drop
            when drop.ifExists() ->
                drop.objects().stream().map(object -> object.name().name()).collect(Collectors.toSet());
            case AlterTable alter ->
                alter.actions().stream()
                        .filter(action -> action instanceof AlterAction.DropConstraint drop && drop.ifExists())
                        .map(action ->
                                ((AlterAction.DropConstraint) action).name().value())
                        .collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    /** The name of the one object that a statement makes. */
    static Optional<String> makes(Statement statement) {
        return switch (statement) {
            case CreateEnum s -> Optional.of(s.name().name());
            case CreateFunction s -> Optional.of(s.name().name());
            case CreateIndex s -> s.name().map(Identifier::value);
            case CreatePolicy s -> Optional.of(s.name().value());
            case CreateSequence s -> Optional.of(s.name().name());
            case CreateTable s -> Optional.of(s.name().name());
            case CreateTableAs s -> Optional.of(s.name().name());
            case CreateTrigger s -> Optional.of(s.name().value());
            case CreateView s -> Optional.of(s.name().name());
            case AlterTable s
            when s.actions().size() == 1 && s.actions().getFirst() instanceof AlterAction.AddConstraint add ->
                add.constraint().name().map(Identifier::value);
            default -> Optional.empty();
        };
    }
}
