package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AdditionContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RelationActionContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RelationActionsContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RelationSettingContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RemovalContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds ALTER TABLE and the ALTER of other relations, whose actions have one grammar in PostgreSQL. */
final class AlterTableBuilder {
    private final TreeParts parts;
    private final TableBuilder tables;
    private final ConstraintBuilder constraints;
    private final AlterColumnBuilder columns;

    AlterTableBuilder(TreeParts parts) {
        this.parts = parts;
        this.tables = new TableBuilder(parts);
        this.constraints = new ConstraintBuilder(parts);
        this.columns = new AlterColumnBuilder(parts);
    }

    /**
     * The relation that is altered.
     *
     * @param kind as the statement says it
     * @param name its name
     * @param only whether children are left out
     * @param ifExists whether it is skipped when missing
     * @param span of the statement
     */
    record Target(ObjectKind kind, QualifiedName name, boolean only, boolean ifExists, Span span) {}

    Statement alter(Target target, RelationActionsContext context) {
        List<RelationActionContext> actions = context.relationAction();
        for (int i = 0; i < actions.size(); i++) {
            if (standsAlone(actions.get(i))) {
                if (actions.size() > 1) {
                    int second = TreeParts.from(actions.get(Math.max(i, 1)));
                    throw new SyntaxProblem(second, "expected an action that can stand in a list");
                }
                return alone(target, actions.get(i));
            }
        }
        return table(target, actions);
    }

    /** Renaming, moving to another schema and partitions stand alone, without other actions. */
    private static boolean standsAlone(RelationActionContext action) {
        boolean schema =
                action.relationSetting() != null && action.relationSetting().newSchema() != null;
        return schema || action.renaming() != null || action.PARTITION() != null || action.DEPENDS() != null;
    }

    private Statement alone(Target target, RelationActionContext action) {
        if (action.renaming() != null) {
            return rename(target, action);
        }
        if (action.relationSetting() != null) {
            return new SetSchema(
                    target.kind(),
                    reference(target),
                    parts.identifier(action.relationSetting().newSchema().colId()),
                    target.ifExists(),
                    target.span());
        }
        if (action.DEPENDS() != null) {
            return OtherStatements.of(
                    "AlterObjectDependsStmt", Optional.of(target.kind()), List.of(reference(target)), parts.tokens());
        }
        return table(target, List.of(action));
    }

    private static ObjectReference reference(Target target) {
        return new ObjectReference(
                target.name(), Optional.empty(), Optional.empty(), target.name().span());
    }

    private Rename rename(Target target, RelationActionContext action) {
        var renaming = action.renaming();
        List<Identifier> names = parts.identifiers(renaming.colId());
        ObjectKind kind = names.size() == 1
                ? target.kind()
                : renaming.CONSTRAINT() != null ? ObjectKind.CONSTRAINT : ObjectKind.COLUMN;
        return new Rename(
                kind,
                target.kind(),
                reference(target),
                names.size() == 1 ? Optional.empty() : Optional.of(names.get(0)),
                names.get(names.size() - 1),
                target.ifExists(),
                target.only(),
                false,
                target.span());
    }

    private AlterTable table(Target target, List<RelationActionContext> contexts) {
        List<AlterAction> actions = new ArrayList<>(contexts.size());
        for (RelationActionContext context : contexts) {
            actions.add(action(context, parts.span(context)));
        }
        return new AlterTable(target.kind(), target.name(), target.only(), target.ifExists(), actions, target.span());
    }

    private AlterAction action(RelationActionContext context, Span span) {
        if (context.addition() != null) {
            return addition(context.addition(), span);
        }
        if (context.removal() != null) {
            return removal(context.removal(), span);
        }
        if (context.alteration() != null) {
            return columns.alteration(context.alteration(), span);
        }
        if (context.relationSetting() != null) {
            return setting(context.relationSetting(), span);
        }
        if (context.ENABLE() != null || context.DISABLE() != null || context.rowSecurity() != null) {
            return toggle(context, span);
        }
        return other(context, span);
    }

    private AlterAction addition(AdditionContext context, Span span) {
        if (context.tableConstraint() != null) {
            return new AlterAction.AddConstraint(constraints.tableConstraint(context.tableConstraint()), span);
        }
        ColumnDefinition column = tables.column(context.columnDefinition());
        return new AlterAction.AddColumn(column, context.ifNotExists() != null, false, span);
    }

    private AlterAction removal(RemovalContext context, Span span) {
        Identifier name = parts.identifier(context.colId());
        boolean ifExists = context.ifExists() != null;
        boolean cascade = context.behavior() != null && context.behavior().CASCADE() != null;
        return context.CONSTRAINT() != null
                ? new AlterAction.DropConstraint(name, ifExists, cascade, span)
                : new AlterAction.DropColumn(name, ifExists, cascade, span);
    }

    private AlterAction setting(RelationSettingContext context, Span span) {
        if (context.optionList() != null) {
            return new AlterAction.SetOptions(parts.options(context.optionList()), false, span);
        }
        if (context.WITHOUT() != null) {
            return context.CLUSTER() != null
                    ? new AlterAction.SetWithoutCluster(span)
                    : new AlterAction.SetWithoutOids(span);
        }
        if (context.METHOD() != null) {
            return new AlterAction.SetAccessMethod(parts.optional(context.colId()), span);
        }
        if (context.TABLESPACE() != null) {
            return new AlterAction.SetTablespace(parts.identifier(context.colId()), context.NOWAIT() != null, span);
        }
        return new AlterAction.SetLogged(context.LOGGED() != null, span);
    }

    private AlterAction toggle(RelationActionContext context, Span span) {
        boolean off = context.DISABLE() != null;
        if (context.rowSecurity() != null) {
            Optional<Boolean> forced = context.FORCE() == null ? Optional.empty() : Optional.of(context.NO() == null);
            return new AlterAction.SetRowSecurity(
                    forced.isPresent() ? Optional.empty() : Optional.of(!off), forced, span);
        }
        AlterAction.ToggleMode mode = off ? AlterAction.ToggleMode.DISABLE : enabling(context);
        if (context.RULE() != null) {
            return new AlterAction.ToggleRule(mode, parts.identifier(context.colId()), span);
        }
        var target = context.triggerTarget();
        Optional<Identifier> name =
                target == null ? Optional.of(parts.identifier(context.colId())) : parts.optional(target.colId());
        return new AlterAction.ToggleTrigger(mode, name, target != null && target.USER() != null, span);
    }

    private static AlterAction.ToggleMode enabling(RelationActionContext context) {
        if (context.ALWAYS() != null) {
            return AlterAction.ToggleMode.ENABLE_ALWAYS;
        }
        return context.REPLICA() != null ? AlterAction.ToggleMode.ENABLE_REPLICA : AlterAction.ToggleMode.ENABLE;
    }

    private AlterAction other(RelationActionContext context, Span span) {
        if (context.VALIDATE() != null) {
            return new AlterAction.ValidateConstraint(parts.identifier(context.colId()), span);
        }
        if (context.RESET() != null) {
            return new AlterAction.SetOptions(parts.options(context.optionList()), true, span);
        }
        if (context.CLUSTER() != null) {
            return new AlterAction.ClusterOn(parts.identifier(context.colId()), span);
        }
        if (context.INHERIT() != null) {
            return new AlterAction.Inherit(parts.name(context.anyName()), context.NO() == null, span);
        }
        if (context.OF() != null) {
            return context.NOT() != null
                    ? new AlterAction.NotOfType(span)
                    : new AlterAction.OfType(parts.name(context.anyName()), span);
        }
        if (context.ownerTo() != null) {
            return new AlterAction.SetOwner(parts.identifier(context.ownerTo().role()), span);
        }
        if (context.IDENTITY() != null) {
            return replicaIdentity(context, span);
        }
        if (context.ATTACH() != null) {
            return new AlterAction.AttachPartition(
                    parts.name(context.anyName()), tables.bound(context.partitionBound()), span);
        }
        if (context.DETACH() != null) {
            return new AlterAction.DetachPartition(
                    parts.name(context.anyName()), context.CONCURRENTLY() != null, context.FINALIZE() != null, span);
        }
        if (context.IDENTIFIER() != null) {
            return regrouping(context, span);
        }
        return new AlterAction.OtherAction("AT_GenericOptions", Optional.empty(), parts.run(context), span);
    }

    /** SPLIT PARTITION and MERGE PARTITIONS, whose words no other statement knows. */
    private AlterAction regrouping(RelationActionContext context, Span span) {
        boolean merge = context.MERGE() != null;
        if (!context.IDENTIFIER().getText().equalsIgnoreCase(merge ? "partitions" : "split")) {
            throw new SyntaxProblem(context.IDENTIFIER().getSymbol().getTokenIndex(), "expected an action");
        }
        String kind = merge ? "AT_MergePartitions" : "AT_SplitPartition";
        return new AlterAction.OtherAction(kind, Optional.empty(), parts.run(context), span);
    }

    private AlterAction replicaIdentity(RelationActionContext context, Span span) {
        String identity = context.NOTHING() != null
                ? "NOTHING"
                : context.FULL() != null ? "FULL" : context.DEFAULT() != null ? "DEFAULT" : "INDEX";
        return new AlterAction.SetReplicaIdentity(identity, parts.optional(context.colId()), span);
    }
}
