package io.github.migralint.inspection;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TypeName;
import java.util.List;

/** What an action of ALTER TABLE says. */
final class ActionFacts {
    private ActionFacts() {}

    static Facts of(AlterAction action) {
        var facts = new Facts();
        return switch (action) {
            case AlterAction.AddColumn a ->
                column(facts, a.column()).flag("ifNotExists", a.ifNotExists()).flag("cascade", a.cascade());
            case AlterAction.DropColumn a ->
                facts.name("column", a.column()).flag("ifExists", a.ifExists()).flag("cascade", a.cascade());
            case AlterAction.AlterColumnType a ->
                type(facts.name("column", a.column()), a.type())
                        .flag("using", a.using().isPresent())
                        .flag("cascade", a.cascade());
            case AlterAction.SetDefault a ->
                facts.name("column", a.column())
                        .text("expression", a.expression().normalized());
            case AlterAction.DropDefault a -> facts.name("column", a.column());
            case AlterAction.SetNotNull a -> facts.name("column", a.column());
            case AlterAction.DropNotNull a -> facts.name("column", a.column());
            case AlterAction.SetExpression a ->
                facts.name("column", a.column())
                        .text("expression", a.expression().normalized());
            case AlterAction.DropExpression a ->
                facts.name("column", a.column()).flag("ifExists", a.ifExists());
            case AlterAction.AddIdentity a -> facts.name("column", a.column()).flag("always", a.always());
            case AlterAction.SetIdentity a -> facts.name("column", a.column());
            case AlterAction.DropIdentity a -> facts.name("column", a.column()).flag("ifExists", a.ifExists());
            case AlterAction.SetStatistics a -> facts.name("column", a.column()).text("value", a.target());
            case AlterAction.SetStorage a -> facts.name("column", a.column()).text("value", a.storage());
            case AlterAction.SetCompression a ->
                facts.name("column", a.column()).text("value", a.method());
            case AlterAction.SetColumnOptions a ->
                facts.name("column", a.column()).texts("options", names(a.options()));
            case AlterAction.AddConstraint a -> constraint(facts, a.constraint());
            case AlterAction.AlterConstraint a -> facts.name("constraint", a.name());
            case AlterAction.ValidateConstraint a -> facts.name("constraint", a.name());
            case AlterAction.DropConstraint a ->
                facts.name("constraint", a.name())
                        .flag("ifExists", a.ifExists())
                        .flag("cascade", a.cascade());
            case AlterAction.ToggleTrigger a -> facts.text("name", a.name()).flag("userOnly", a.userOnly());
            case AlterAction.ToggleRule a -> facts.name("name", a.name());
            case AlterAction.SetRowSecurity a -> facts;
            case AlterAction.ClusterOn a -> facts.name("name", a.index());
            case AlterAction.SetWithoutCluster a -> facts;
            case AlterAction.SetWithoutOids a -> facts;
            case AlterAction.SetLogged a -> facts;
            case AlterAction.SetAccessMethod a -> facts.text("name", a.method());
            case AlterAction.SetTablespace a -> facts.name("name", a.tablespace());
            case AlterAction.SetOptions a -> facts.texts("options", names(a.options()));
            case AlterAction.Inherit a -> facts.name("name", a.parent());
            case AlterAction.OfType a -> facts.name("type", a.type());
            case AlterAction.NotOfType a -> facts;
            case AlterAction.SetOwner a -> facts.name("owner", a.owner());
            case AlterAction.SetReplicaIdentity a ->
                facts.text("value", a.identity()).text("name", a.index());
            case AlterAction.AttachPartition a -> facts.name("name", a.partition());
            case AlterAction.DetachPartition a ->
                facts.name("name", a.partition())
                        .flag("concurrently", a.concurrently())
                        .flag("finalize", a.finalizing());
            case AlterAction.OtherAction a -> facts.text("name", a.name());
            case MysqlAction a -> mysql(facts, a);
        };
    }

    private static Facts mysql(Facts facts, MysqlAction action) {
        return switch (action) {
            case MysqlAction.ModifyColumn a ->
                column(facts, a.definition()).name("oldName", a.column()).flag("ifExists", a.ifExists());
            case MysqlAction.RenameColumn a ->
                facts.name("column", a.column()).name("newName", a.newName()).flag("ifExists", a.ifExists());
            case MysqlAction.RenameTo a -> facts.name("newName", a.newName());
            case MysqlAction.AddIndex a ->
                facts.text("name", a.index().name()).text("method", a.index().method());
            case MysqlAction.DropIndex a -> facts.name("name", a.index()).flag("ifExists", a.ifExists());
            case MysqlAction.RenameIndex a ->
                facts.name("name", a.index()).name("newName", a.newName()).flag("ifExists", a.ifExists());
            case MysqlAction.SetIndexVisibility a ->
                facts.name("name", a.index()).flag("visible", a.visible());
            case MysqlAction.SetColumnVisibility a ->
                facts.name("column", a.column()).flag("visible", a.visible());
            case MysqlAction.ConvertCharset a ->
                facts.texts("options", a.charset().stream().toList());
            case MysqlAction.Rebuild a -> facts;
            case MysqlAction.OrderRows a -> facts;
            case MysqlAction.ChangePartitions a -> facts.text("operation", words(a.operation()));
        };
    }

    private static Facts column(Facts facts, ColumnDefinition column) {
        facts.name("column", column.name());
        column.type().ifPresent(type -> type(facts, type));
        return facts.texts(
                "constraints",
                column.constraints().stream()
                        .map(ColumnConstraint::kind)
                        .map(ActionFacts::words)
                        .toList());
    }

    private static Facts constraint(Facts facts, TableConstraint constraint) {
        return facts.text("constraint", constraint.name())
                .text("constraintKind", words(constraint.kind()))
                .texts("columns", constraint.columns())
                .text("references", constraint.references().map(target -> target.table()))
                .text("usingIndex", constraint.usingIndex())
                .flag("notValid", constraint.attributes().notValid());
    }

    /** The bare name of a type, as the engine has it, and apart from it what stands in parentheses. */
    private static Facts type(Facts facts, TypeName type) {
        String schema = type.schema().map(s -> s + ".").orElse("");
        return facts.text("type", schema + type.name() + (type.isArray() ? "[]" : ""))
                .texts("modifiers", type.modifiers());
    }

    private static String words(Enum<?> kind) {
        return kind.name().replace('_', ' ');
    }

    private static List<String> names(List<Option> options) {
        return options.stream().map(Option::name).toList();
    }
}
