package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.AlterDomain;
import io.github.migralint.ast.AlterPolicy;
import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.ConstraintAttributes;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MoveTablespace;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AlterDomainContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AlterForeignContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AlterObjectContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AlterPolicyContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AlterRelationContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AlterSequenceContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.MoveAllContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RelationContext;
import io.github.migralint.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds ALTER of everything; relations, types and plain objects have builders of their own. */
final class AlterBuilder {
    private final TreeParts parts;
    private final AlterTableBuilder tables;
    private final ObjectBuilder objects;

    AlterBuilder(TreeParts parts) {
        this.parts = parts;
        this.tables = new AlterTableBuilder(parts);
        this.objects = new ObjectBuilder(parts);
    }

    Statement alter(AlterObjectContext context, Span span) {
        if (context.alterRelation() != null) {
            return relation(context.alterRelation(), span);
        }
        if (context.alterForeign() != null) {
            return foreign(context.alterForeign(), span);
        }
        if (context.alterSequence() != null) {
            return sequence(context.alterSequence(), span);
        }
        if (context.alterType() != null) {
            return new AlterTypeBuilder(parts).type(context.alterType(), span);
        }
        if (context.alterDomain() != null) {
            return domain(context.alterDomain(), span);
        }
        if (context.alterPolicy() != null) {
            return policy(context.alterPolicy(), span);
        }
        return new AlterObjectBuilder(parts).alter((ParserRuleContext) context.getChild(0), span);
    }

    private Statement relation(AlterRelationContext context, Span span) {
        ObjectKind kind = objects.kind(context.relationKind());
        if (context.moveAll() != null) {
            return moveAll(kind, context.moveAll(), span);
        }
        return tables.alter(
                target(kind, context.relation(), context.ifExists() != null, span), context.relationActions());
    }

    private AlterTableBuilder.Target target(ObjectKind kind, RelationContext relation, boolean ifExists, Span span) {
        return new AlterTableBuilder.Target(
                kind, parts.name(relation.anyName()), relation.ONLY() != null, ifExists, span);
    }

    private Statement moveAll(ObjectKind kind, MoveAllContext context, Span span) {
        return new MoveTablespace(
                kind,
                parts.identifier(context.colId(0)),
                parts.identifier(context.colId(1)),
                context.NOWAIT() != null,
                span);
    }

    private Statement foreign(AlterForeignContext context, Span span) {
        if (context.TABLE() != null) {
            return tables.alter(
                    target(ObjectKind.FOREIGN_TABLE, context.relation(), context.ifExists() != null, span),
                    context.relationActions());
        }
        ObjectReference wrapper = parts.reference(context.colId());
        var change = context.alterFdw();
        if (change.renameTo() != null) {
            return rename(
                    ObjectKind.FOREIGN_DATA_WRAPPER,
                    wrapper,
                    parts.identifier(change.renameTo().colId()),
                    span);
        }
        if (change.ownerTo() != null) {
            Identifier owner = parts.identifier(change.ownerTo().role());
            return new ChangeOwner(ObjectKind.FOREIGN_DATA_WRAPPER, wrapper, owner, span);
        }
        return OtherStatements.of(
                "AlterFdwStmt",
                Optional.of(ObjectKind.FOREIGN_DATA_WRAPPER),
                java.util.List.of(wrapper),
                parts.tokens());
    }

    private static Rename rename(ObjectKind kind, ObjectReference object, Identifier newName, Span span) {
        return new Rename(kind, kind, object, Optional.empty(), newName, false, false, false, span);
    }

    private Statement sequence(AlterSequenceContext context, Span span) {
        boolean ifExists = context.ifExists() != null;
        if (context.relationActions() != null) {
            var target = new AlterTableBuilder.Target(
                    ObjectKind.SEQUENCE, parts.name(context.anyName()), false, ifExists, span);
            return tables.alter(target, context.relationActions());
        }
        return new AlterSequence(
                parts.name(context.anyName()), ifExists, parts.sequenceOptions(context.sequenceOption()), span);
    }

    private Statement domain(AlterDomainContext context, Span span) {
        var change = context.domainChange();
        ObjectReference domain = parts.reference(context.anyName());
        if (change.ownerTo() != null) {
            return new ChangeOwner(
                    ObjectKind.DOMAIN, domain, parts.identifier(change.ownerTo().role()), span);
        }
        if (change.newSchema() != null) {
            Identifier schema = parts.identifier(change.newSchema().colId());
            return new SetSchema(ObjectKind.DOMAIN, domain, schema, false, span);
        }
        if (change.RENAME() != null) {
            boolean constraint = change.CONSTRAINT() != null;
            return new Rename(
                    constraint ? ObjectKind.DOMAIN_CONSTRAINT : ObjectKind.DOMAIN,
                    ObjectKind.DOMAIN,
                    domain,
                    constraint ? parts.optional(change.colId(0)) : Optional.empty(),
                    parts.identifier(change.colId(constraint ? 1 : 0)),
                    false,
                    false,
                    false,
                    span);
        }
        return domainAction(context, span);
    }

    private Statement domainAction(AlterDomainContext context, Span span) {
        var change = context.domainChange();
        ConstraintAttributes attributes = new ConstraintBuilder(parts).attributes(change.constraintAttribute());
        return new AlterDomain(
                parts.name(context.anyName()),
                domainActionKind(context),
                parts.optional(change.colId(0)),
                change.expression() != null
                        ? parts.optionalExpression(change.expression())
                        : parts.optionalExpression(change.simpleOrFullExpression()),
                attributes.notValid(),
                change.behavior() != null && change.behavior().CASCADE() != null,
                change.ifExists() != null,
                span);
    }

    private static AlterDomain.Action domainActionKind(AlterDomainContext context) {
        var change = context.domainChange();
        if (change.VALIDATE() != null) {
            return AlterDomain.Action.VALIDATE_CONSTRAINT;
        }
        if (change.ADD() != null) {
            return change.CHECK() != null ? AlterDomain.Action.ADD_CHECK : AlterDomain.Action.ADD_NOT_NULL;
        }
        if (change.SET() != null) {
            return change.DEFAULT() != null ? AlterDomain.Action.SET_DEFAULT : AlterDomain.Action.SET_NOT_NULL;
        }
        if (change.CONSTRAINT() != null) {
            return AlterDomain.Action.DROP_CONSTRAINT;
        }
        return change.DEFAULT() != null ? AlterDomain.Action.DROP_DEFAULT : AlterDomain.Action.DROP_NOT_NULL;
    }

    private Statement policy(AlterPolicyContext context, Span span) {
        if (context.renameTo() != null) {
            var policy = new ObjectReference(
                    parts.name(context.colId()),
                    Optional.of(parts.name(context.anyName())),
                    Optional.empty(),
                    parts.span(context.colId()).cover(parts.span(context.anyName())));
            return new Rename(
                    ObjectKind.POLICY,
                    ObjectKind.POLICY,
                    policy,
                    Optional.empty(),
                    parts.identifier(context.renameTo().colId()),
                    context.ifExists() != null,
                    false,
                    false,
                    span);
        }
        return new AlterPolicy(
                parts.identifier(context.colId()),
                parts.name(context.anyName()),
                Optional.ofNullable(context.policyUsing()).map(using -> parts.expression(using.expression())),
                Optional.ofNullable(context.policyCheck()).map(check -> parts.expression(check.expression())),
                span);
    }
}
