package io.github.migralint.inspection;

import io.github.migralint.ast.AlterDomain;
import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.AlterPolicy;
import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Call;
import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.Cluster;
import io.github.migralint.ast.Comment;
import io.github.migralint.ast.Copy;
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
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.FunctionCall;
import io.github.migralint.ast.Grant;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.LockTable;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.MoveTablespace;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.PartitionOf;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.RefreshMaterializedView;
import io.github.migralint.ast.Reindex;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.Truncate;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.Update;
import io.github.migralint.ast.Vacuum;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a statement says about its objects.
 *
 * @param target the relation or object it is about, as a dotted name
 * @param facts further facts
 */
record StatementFacts(Optional<String> target, Facts facts) {
    static StatementFacts of(Statement statement) {
        return switch (statement) {
            case AlterDomain s ->
                on(s.name())
                        .with(f -> f.text("constraint", s.constraint())
                                .flag("notValid", s.notValid())
                                .flag("cascade", s.cascade())
                                .flag("ifExists", s.ifExists()));
            case AlterEnum s ->
                on(s.name())
                        .with(f -> f.text("oldLabel", s.oldLabel())
                                .text("label", s.label())
                                .flag("ifNotExists", s.ifNotExists()));
            case AlterPolicy s -> on(s.table()).with(f -> f.name("name", s.name()));
            case AlterSequence s -> on(s.name()).with(f -> f.flag("ifExists", s.ifExists()));
            case AlterTable s ->
                on(s.name())
                        .with(f -> f.text("objectKind", s.kind().words())
                                .flag("only", s.only())
                                .flag("ifExists", s.ifExists()));
            case Call s -> on(s.procedure());
            case ChangeOwner s ->
                on(s.object()).with(f -> f.text("objectKind", s.kind().words()).name("owner", s.newOwner()));
            case Cluster s -> on(s.table()).with(f -> f.text("index", s.index()));
            case Comment s ->
                on(s.object()).with(f -> f.text("objectKind", s.kind().words()));
            case Copy s -> on(s.table()).with(f -> f.flag("from", s.from()));
            case CreateCompositeType s -> on(s.name());
            case CreateDomain s -> on(s.name());
            case CreateEnum s ->
                on(s.name()).with(f -> f.number("labels", s.labels().size()));
            case CreateExtension s -> named(s.name()).with(f -> f.flag("ifNotExists", s.ifNotExists()));
            case CreateFunction s ->
                on(s.name())
                        .with(f -> f.text("objectKind", s.procedure() ? "procedure" : "function")
                                .flag("replace", s.replace()));
            case CreateIndex s -> index(s);
            case CreatePolicy s -> on(s.table()).with(f -> f.name("name", s.name()));
            case CreateRule s ->
                on(s.table()).with(f -> f.name("name", s.name()).flag("replace", s.replace()));
            case CreateSchema s ->
                new StatementFacts(s.name().map(Identifier::value), new Facts())
                        .with(f -> f.flag("ifNotExists", s.ifNotExists()));
            case CreateSequence s ->
                on(s.name()).with(f -> persistence(f, s.persistence()).flag("ifNotExists", s.ifNotExists()));
            case CreateStatistics s ->
                on(s.name()).with(f -> f.texts("names", s.relations()).flag("ifNotExists", s.ifNotExists()));
            case CreateTable s -> table(s);
            case CreateTableAs s ->
                on(s.name())
                        .with(f -> persistence(f, s.persistence())
                                .text("objectKind", s.materializedView() ? "materialized view" : "table")
                                .flag("ifNotExists", s.ifNotExists()));
            case CreateTrigger s ->
                on(s.table()).with(f -> f.name("name", s.name()).flag("replace", s.replace()));
            case CreateType s -> on(s.name());
            case CreateView s ->
                on(s.name()).with(f -> persistence(f, s.persistence()).flag("replace", s.replace()));
            case Delete s -> on(s.table()).with(f -> f.flag("where", s.where().isPresent()));
            case DoBlock s -> nothing().with(f -> f.text("language", s.language()));
            case DropObject s -> drop(s);
            case Grant s ->
                first(s.objects())
                        .with(f -> f.references("names", s.objects())
                                .flag("revoke", s.revoke())
                                .text("objectKind", s.kind().map(ObjectKind::words)));
            case Insert s -> on(s.table());
            case LockTable s ->
                relations(s.tables()).with(f -> f.text("mode", s.mode()).flag("nowait", s.nowait()));
            case Merge s -> on(s.table());
            case MoveTablespace s ->
                nothing().with(f -> f.text("objectKind", s.kind().words()));
            case MysqlStatement.RenameTables s ->
                relations(s.renames().stream()
                        .map(MysqlStatement.TableRename::table)
                        .toList());
            case MysqlStatement.AlterDatabase s ->
                new StatementFacts(s.database().map(Identifier::value), new Facts());
            case MysqlStatement.MaintainTables s -> relations(s.tables()).with(f -> f.text("action", s.action()));
            case MysqlStatement.SetVariables s ->
                nothing()
                        .with(f -> f.texts(
                                "names",
                                s.variables().stream()
                                        .map(MysqlStatement.VariableAssignment::name)
                                        .toList()));
            case MysqlStatement.UseDatabase s -> nothing().with(f -> f.name("name", s.database()));
            case MysqlStatement.LockTables s ->
                relations(
                        s.locks().stream().map(MysqlStatement.TableLock::table).toList());
            case MysqlStatement.UnlockTables s -> nothing();
            case MysqlStatement.LoadData s -> on(s.table());
            case MysqlStatement.Prepare s -> nothing().with(f -> f.text("name", s.name()));
            case MysqlStatement.Execute s -> nothing();
            case OtherStatement s ->
                first(s.objects())
                        .with(f -> f.references("names", s.objects())
                                .text("objectKind", s.objectKind().map(ObjectKind::words)));
            case RefreshMaterializedView s -> on(s.name()).with(f -> f.flag("concurrently", s.concurrently()));
            case Reindex s ->
                on(s.name()).with(f -> f.text("objectKind", words(s.target())).flag("concurrently", s.concurrently()));
            case Rename s ->
                on(s.object())
                        .with(f -> f.text("objectKind", s.kind().words())
                                .text("column", s.member())
                                .name("newName", s.newName())
                                .flag("ifExists", s.ifExists()));
            case Select s ->
                on(s.into())
                        .with(f -> f.texts(
                                "functions",
                                s.calls().stream().map(FunctionCall::function).toList()));
            case SetSchema s ->
                on(s.object())
                        .with(f -> f.text("objectKind", s.kind().words())
                                .name("newSchema", s.newSchema())
                                .flag("ifExists", s.ifExists()));
            case SetVariable s ->
                nothing()
                        .with(f -> f.text("name", s.name())
                                .flag("local", s.scope() == SetVariable.Scope.LOCAL)
                                .flag("reset", s.reset()));
            case TransactionControl s ->
                nothing().with(f -> f.text("action", words(s.action())).text("name", s.savepoint()));
            case Truncate s -> relations(s.tables()).with(f -> f.flag("cascade", s.cascade()));
            case Unparsed s -> nothing().with(f -> f.text("problem", s.problem()));
            case Update s -> on(s.table()).with(f -> f.flag("where", s.where().isPresent()));
            case Vacuum s ->
                relations(s.tables())
                        .with(f -> f.texts(
                                "options",
                                s.options().stream().map(Option::name).toList()));
        };
    }

    private static StatementFacts index(CreateIndex s) {
        return on(s.table())
                .with(f -> f.text("name", s.name())
                        .flag("unique", s.unique())
                        .flag("concurrently", s.concurrently())
                        .flag("ifNotExists", s.ifNotExists())
                        .flag("only", s.only())
                        .text("method", s.method())
                        .flag("where", s.where().isPresent()));
    }

    private static StatementFacts table(CreateTable s) {
        return on(s.name())
                .with(f -> persistence(f, s.persistence())
                        .flag("ifNotExists", s.ifNotExists())
                        .flag("partitioned", s.partitionKey().isPresent())
                        .text("partitionOf", s.partitionOf().map(PartitionOf::parent)));
    }

    private static StatementFacts drop(DropObject s) {
        return first(s.objects())
                .with(f -> f.text("objectKind", s.kind().words())
                        .references("names", s.objects())
                        .flag("ifExists", s.ifExists())
                        .flag("cascade", s.cascade())
                        .flag("concurrently", s.concurrently()));
    }

    private interface Adding {
        Facts to(Facts facts);
    }

    private StatementFacts with(Adding more) {
        return new StatementFacts(target, more.to(facts));
    }

    private static StatementFacts nothing() {
        return new StatementFacts(Optional.empty(), new Facts());
    }

    private static StatementFacts on(QualifiedName name) {
        return on(Optional.of(name));
    }

    private static StatementFacts on(Optional<QualifiedName> name) {
        return new StatementFacts(name.map(QualifiedName::toString), new Facts());
    }

    private static StatementFacts on(ObjectReference object) {
        return new StatementFacts(Optional.of(Facts.dotted(object)), new Facts());
    }

    private static StatementFacts named(Identifier name) {
        return new StatementFacts(Optional.of(name.value()), new Facts());
    }

    private static StatementFacts first(List<ObjectReference> objects) {
        return new StatementFacts(objects.stream().findFirst().map(Facts::dotted), new Facts());
    }

    private static StatementFacts relations(List<QualifiedName> relations) {
        var facts = new Facts().texts("names", relations);
        return new StatementFacts(relations.stream().findFirst().map(QualifiedName::toString), facts);
    }

    private static Facts persistence(Facts facts, Persistence persistence) {
        return persistence == Persistence.PERMANENT
                ? facts
                : facts.text("persistence", words(persistence).toLowerCase(Locale.ROOT));
    }

    private static String words(Enum<?> word) {
        return word.name().replace('_', ' ');
    }
}
