package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AnyNameContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ColIdContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.DependsOnContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.NewSchemaContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.OperatorGroupChangeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.OperatorSignatureContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.OwnerToContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RenameToContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.SetSchemaContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.SignatureContext;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * Builds ALTER of objects that have a name, an owner and perhaps a schema; all of them are renamed, given away and moved
 * in the same words, and each has some change of its own about which nothing more is asked.
 */
final class AlterObjectBuilder {
    private final TreeParts parts;
    private final ObjectBuilder objects;

    AlterObjectBuilder(TreeParts parts) {
        this.parts = parts;
        this.objects = new ObjectBuilder(parts);
    }

    Statement alter(ParserRuleContext context, Span span) {
        String own = ownKind(context);
        Optional<ObjectKind> kind = objectKind(context);
        Optional<ObjectReference> object = object(context);
        if (kind.isEmpty() || object.isEmpty()) {
            return OtherStatements.of(own, kind, object.stream().toList(), parts.tokens());
        }
        return change(context, kind.get(), object.get(), own, span);
    }

    private Statement change(
            ParserRuleContext context, ObjectKind kind, ObjectReference object, String own, Span span) {
        ParserRuleContext holder = child(context, OperatorGroupChangeContext.class);
        if (holder == null) {
            holder = child(context, PostgresqlParser.AlterRoleTargetContext.class);
        }
        if (holder == null) {
            holder = child(context, PostgresqlParser.GroupTargetContext.class);
        }
        ParserRuleContext changed = holder == null ? context : holder;
        RenameToContext rename = child(changed, RenameToContext.class);
        if (rename != null) {
            Identifier newName = parts.identifier(rename.colId());
            return new Rename(kind, kind, object, Optional.empty(), newName, false, false, false, span);
        }
        OwnerToContext owner = child(changed, OwnerToContext.class);
        if (owner != null) {
            return new ChangeOwner(kind, object, parts.identifier(owner.role()), span);
        }
        NewSchemaContext schema = newSchema(changed);
        if (schema != null) {
            return new SetSchema(kind, object, parts.identifier(schema.colId()), false, span);
        }
        String tag = child(changed, DependsOnContext.class) != null ? "AlterObjectDependsStmt" : own;
        return OtherStatements.of(tag, Optional.of(kind), List.of(object), parts.tokens());
    }

    private static @Nullable NewSchemaContext newSchema(ParserRuleContext context) {
        SetSchemaContext set = child(context, SetSchemaContext.class);
        return set != null ? set.newSchema() : child(context, NewSchemaContext.class);
    }

    private static <T extends ParserRuleContext> @Nullable T child(ParserRuleContext context, Class<T> type) {
        return context.getRuleContext(type, 0);
    }

    private Optional<ObjectReference> object(ParserRuleContext context) {
        SignatureContext signature = child(context, SignatureContext.class);
        if (signature != null) {
            return Optional.of(parts.reference(signature));
        }
        OperatorSignatureContext operator = child(context, OperatorSignatureContext.class);
        if (operator != null) {
            return Optional.of(objects.operator(operator));
        }
        AnyNameContext name = child(context, AnyNameContext.class);
        ColIdContext identifier = child(context, ColIdContext.class);
        if (identifier != null && name != null && context.getRuleIndex() != PostgresqlParser.RULE_alterOperator) {
            return Optional.of(new ObjectReference(
                    parts.name(identifier),
                    Optional.of(parts.name(name)),
                    Optional.empty(),
                    parts.span(identifier).cover(parts.span(name))));
        }
        if (name != null) {
            return Optional.of(parts.reference(name));
        }
        if (identifier != null) {
            return Optional.of(parts.reference(identifier));
        }
        return plainName(context);
    }

    private Optional<ObjectReference> plainName(ParserRuleContext context) {
        var target = child(context, PostgresqlParser.AlterRoleTargetContext.class);
        if (target != null) {
            return Optional.ofNullable(target.role()).map(role -> parts.reference(role));
        }
        var group = child(context, PostgresqlParser.GroupTargetContext.class);
        if (group != null) {
            return Optional.of(parts.reference(group.role()));
        }
        if (context.getRuleIndex() == PostgresqlParser.RULE_alterLargeObject) {
            int number = TreeParts.from(context) + 2;
            return Optional.of(new ObjectReference(
                    parts.name(number, number + 1),
                    Optional.empty(),
                    Optional.empty(),
                    parts.tokens().span(number, number + 1)));
        }
        return Optional.empty();
    }

    private Optional<ObjectKind> objectKind(ParserRuleContext context) {
        int from = TreeParts.from(context);
        return switch (context.getRuleIndex()) {
            case PostgresqlParser.RULE_alterSystemStmt, PostgresqlParser.RULE_alterDefaultPrivilegesStmt ->
                Optional.empty();
            case PostgresqlParser.RULE_alterOperator ->
                Optional.of(objects.kind(
                        from, child(context, OperatorSignatureContext.class) != null ? from + 1 : from + 2));
            case PostgresqlParser.RULE_alterTextSearch -> Optional.of(objects.kind(from, from + 3));
            case PostgresqlParser.RULE_alterEventTrigger, PostgresqlParser.RULE_alterLargeObject ->
                Optional.of(objects.kind(from, from + 2));
            case PostgresqlParser.RULE_alterUser ->
                Optional.of(
                        parts.tokens().type(from + 1) == PostgresqlParser.MAPPING
                                ? ObjectKind.USER_MAPPING
                                : ObjectKind.ROLE);
            default -> {
                boolean two = parts.tokens().type(from) == PostgresqlParser.PROCEDURAL;
                yield Optional.of(objects.kind(from, two ? from + 2 : from + 1));
            }
        };
    }

    /** PostgreSQL's name for the change that only this kind of object knows. */
    private String ownKind(ParserRuleContext context) {
        int from = TreeParts.from(context);
        return switch (context.getRuleIndex()) {
            case PostgresqlParser.RULE_alterRoutine -> "AlterFunctionStmt";
            case PostgresqlParser.RULE_alterOperator ->
                child(context, OperatorGroupChangeContext.class) != null ? "AlterOpFamilyStmt" : "AlterOperatorStmt";
            case PostgresqlParser.RULE_alterTextSearch ->
                parts.tokens().type(from + 2) == PostgresqlParser.DICTIONARY
                        ? "AlterTSDictionaryStmt"
                        : "AlterTSConfigurationStmt";
            case PostgresqlParser.RULE_alterCollation -> "AlterCollationStmt";
            case PostgresqlParser.RULE_alterStatistics -> "AlterStatsStmt";
            case PostgresqlParser.RULE_alterEventTrigger -> "AlterEventTrigStmt";
            case PostgresqlParser.RULE_alterServer -> "AlterForeignServerStmt";
            case PostgresqlParser.RULE_alterTablespace -> "AlterTableSpaceOptionsStmt";
            case PostgresqlParser.RULE_alterPublication -> "AlterPublicationStmt";
            case PostgresqlParser.RULE_alterSubscription -> "AlterSubscriptionStmt";
            case PostgresqlParser.RULE_alterDatabase -> database(context);
            case PostgresqlParser.RULE_alterExtension ->
                child(context, PostgresqlParser.ObjectTargetContext.class) != null
                        ? "AlterExtensionContentsStmt"
                        : "AlterExtensionStmt";
            case PostgresqlParser.RULE_alterRole, PostgresqlParser.RULE_alterUser -> role(context);
            case PostgresqlParser.RULE_alterSystemStmt -> "AlterSystemStmt";
            case PostgresqlParser.RULE_alterDefaultPrivilegesStmt -> "AlterDefaultPrivilegesStmt";
            default -> "AlterObjectDependsStmt";
        };
    }

    private String database(ParserRuleContext context) {
        int change = TreeParts.from(context) + 2;
        int type = parts.tokens().type(change);
        if (type == PostgresqlParser.REFRESH) {
            return "AlterDatabaseRefreshCollStmt";
        }
        boolean setting = type == PostgresqlParser.RESET
                || (type == PostgresqlParser.SET && parts.tokens().type(change + 1) != PostgresqlParser.TABLESPACE);
        return setting ? "AlterDatabaseSetStmt" : "AlterDatabaseStmt";
    }

    private static String role(ParserRuleContext context) {
        if (child(context, PostgresqlParser.GroupTargetContext.class) != null) {
            return "AlterRoleStmt";
        }
        var target = child(context, PostgresqlParser.AlterRoleTargetContext.class);
        if (target == null) {
            return "AlterUserMappingStmt";
        }
        return target.SET() != null || target.resetSetting() != null ? "AlterRoleSetStmt" : "AlterRoleStmt";
    }
}
