package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateCompositeType;
import io.github.migralint.ast.CreateDomain;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.CreateRule;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateStatistics;
import io.github.migralint.ast.CreateType;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AnyNameContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ColIdContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateDomainContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateExtensionContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreatePLangStmtContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreatePolicyContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateRuleContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateSchemaContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateStatisticsContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CreateTypeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.SchemaElementContext;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds CREATE of everything that is neither a relation nor a routine. */
final class CreateObjectBuilder {
    private final TreeParts parts;
    private final ConstraintBuilder constraints;

    CreateObjectBuilder(TreeParts parts) {
        this.parts = parts;
        this.constraints = new ConstraintBuilder(parts);
    }

    Statement create(ParserRuleContext context, boolean replace, Span span) {
        return switch (context.getRuleIndex()) {
            case PostgresqlParser.RULE_createType -> type((CreateTypeContext) context, span);
            case PostgresqlParser.RULE_createDomain -> domain((CreateDomainContext) context, span);
            case PostgresqlParser.RULE_createRule -> rule((CreateRuleContext) context, replace, span);
            case PostgresqlParser.RULE_createPolicy -> policy((CreatePolicyContext) context, span);
            case PostgresqlParser.RULE_createSchema -> schema((CreateSchemaContext) context, span);
            case PostgresqlParser.RULE_createExtension -> extension((CreateExtensionContext) context, span);
            case PostgresqlParser.RULE_createStatistics -> statistics((CreateStatisticsContext) context, span);
            case PostgresqlParser.RULE_createPLangStmt -> language((CreatePLangStmtContext) context, replace, span);
            default -> other(context);
        };
    }

    /** Without a handler it is an extension that is created. */
    private Statement language(CreatePLangStmtContext context, boolean replace, Span span) {
        if (context.HANDLER() != null) {
            return other(context);
        }
        Identifier name = parts.identifier(context.colId());
        return new CreateExtension(name, replace, Optional.empty(), Optional.empty(), span);
    }

    private Statement type(CreateTypeContext context, Span span) {
        QualifiedName name = parts.name(context.anyName());
        var shape = context.typeShape();
        if (shape == null) {
            return new CreateType(name, false, List.of(), span);
        }
        if (shape.ENUM() != null) {
            return new CreateEnum(name, shape.string().stream().map(parts::text).toList(), span);
        }
        if (shape.optionList() != null) {
            return new CreateType(name, shape.RANGE() != null, parts.options(shape.optionList()), span);
        }
        var tables = new TableBuilder(parts);
        List<ColumnDefinition> attributes =
                shape.columnDefinition().stream().map(tables::column).toList();
        return new CreateCompositeType(name, attributes, span);
    }

    private Statement domain(CreateDomainContext context, Span span) {
        return new CreateDomain(
                parts.name(context.anyName()),
                parts.type(context.typeName()),
                constraints.collation(context.columnConstraint()),
                constraints.columnConstraints(context.columnConstraint()),
                span);
    }

    private Statement rule(CreateRuleContext context, boolean replace, Span span) {
        var action = context.ruleActions();
        return new CreateRule(
                parts.identifier(context.colId()),
                parts.name(context.anyName()),
                replace,
                ruleEvent(context),
                context.where() != null,
                context.INSTEAD() != null,
                parts.tokens().run(TreeParts.from(action), TreeParts.to(action)),
                span);
    }

    private static String ruleEvent(CreateRuleContext context) {
        if (context.SELECT() != null) {
            return "SELECT";
        }
        if (context.INSERT() != null) {
            return "INSERT";
        }
        return context.UPDATE() != null ? "UPDATE" : "DELETE";
    }

    private Statement policy(CreatePolicyContext context, Span span) {
        boolean restrictive =
                context.IDENTIFIER() != null && context.IDENTIFIER().getText().equalsIgnoreCase("restrictive");
        List<String> roles = context.roleList() == null
                ? List.of()
                : parts.roles(context.roleList().role());
        return new CreatePolicy(
                parts.identifier(context.colId()),
                parts.name(context.anyName()),
                !restrictive,
                context.policyCommand() == null ? "ALL" : parts.words(context.policyCommand()),
                roles.isEmpty() ? List.of("public") : roles,
                Optional.ofNullable(context.policyUsing()).map(using -> parts.expression(using.expression())),
                Optional.ofNullable(context.policyCheck()).map(check -> parts.expression(check.expression())),
                span);
    }

    private Statement schema(CreateSchemaContext context, Span span) {
        Optional<Identifier> owner = parts.optional(context.role());
        Optional<Identifier> name = parts.optional(context.colId());
        List<Statement> elements = new ArrayList<>();
        for (SchemaElementContext element : context.schemaElement()) {
            elements.add(schemaElement(element, parts.span(element)));
        }
        return new CreateSchema(name.isPresent() ? name : owner, context.ifNotExists() != null, owner, elements, span);
    }

    private Statement schemaElement(SchemaElementContext context, Span span) {
        Persistence persistence = CreateBuilder.persistence(context.persistence());
        var relations = new CreateBuilder(parts);
        if (context.createTable() != null) {
            return new TableBuilder(parts).table(context.createTable(), persistence, span);
        }
        if (context.createView() != null) {
            return relations.view(context.createView(), false, persistence, span);
        }
        if (context.createSequence() != null) {
            return relations.sequence(context.createSequence(), persistence, span);
        }
        if (context.createIndex() != null) {
            return relations.index(context.createIndex(), span);
        }
        if (context.createTrigger() != null) {
            return new RoutineBuilder(parts).trigger(context.createTrigger(), false, span);
        }
        return new GrantBuilder(parts).grant(context.grant(), span);
    }

    private Statement extension(CreateExtensionContext context, Span span) {
        Optional<Identifier> schema = Optional.empty();
        Optional<String> version = Optional.empty();
        for (var option : context.extensionOption()) {
            if (option.SCHEMA() != null) {
                schema = Optional.of(parts.identifier(option.colId()));
            } else if (option.VERSION() != null) {
                int value = TreeParts.from(option) + 1;
                version = Optional.of(parts.value(value, value + 1));
            }
        }
        return new CreateExtension(
                parts.identifier(context.colId()), context.ifNotExists() != null, schema, version, span);
    }

    private Statement statistics(CreateStatisticsContext context, Span span) {
        int clause = TreeParts.from(context.fromRun()) - 1;
        List<QualifiedName> relations =
                parts.query(clause, TreeParts.to(context)).relations();
        var run = context.statisticsElements();
        List<Token> elements = parts.tokens().run(TreeParts.from(run), TreeParts.to(run));
        return new CreateStatistics(
                parts.optionalName(context.anyName()), context.ifNotExists() != null, elements, relations, span);
    }

    /** Kinds that PostgreSQL's own parse tree calls by one common name. */
    private Statement other(ParserRuleContext context) {
        ParserRuleContext statement = innermost(context);
        String kind = switch (statement.getRuleIndex()) {
            case PostgresqlParser.RULE_createAggregate,
                    PostgresqlParser.RULE_createOperator,
                    PostgresqlParser.RULE_createTextSearch,
                    PostgresqlParser.RULE_createCollation -> "DefineStmt";
            case PostgresqlParser.RULE_createUser -> "CreateRoleStmt";
            default -> kindOf(statement);
        };
        return OtherStatements.of(
                kind,
                Optional.of(objectKind(context)),
                object(statement).stream().toList(),
                parts.tokens());
    }

    private static ParserRuleContext innermost(ParserRuleContext context) {
        if (context instanceof PostgresqlParser.CreateOperatorContext operator) {
            if (operator.createOpClassStmt() != null) {
                return operator.createOpClassStmt();
            }
            return operator.createOpFamilyStmt() != null ? operator.createOpFamilyStmt() : operator;
        }
        if (context instanceof PostgresqlParser.CreateUserContext user && user.createUserMappingStmt() != null) {
            return user.createUserMappingStmt();
        }
        return context;
    }

    /** Rules of rare statements carry PostgreSQL's name for them. */
    static String kindOf(ParserRuleContext context) {
        String rule = PostgresqlParser.ruleNames[context.getRuleIndex()];
        return rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1);
    }

    private ObjectKind objectKind(ParserRuleContext context) {
        int from = TreeParts.from(context);
        var objects = new ObjectBuilder(parts);
        return switch (context.getRuleIndex()) {
            case PostgresqlParser.RULE_createPLangStmt -> ObjectKind.LANGUAGE;
            case PostgresqlParser.RULE_createConversionStmt -> ObjectKind.CONVERSION;
            case PostgresqlParser.RULE_createTextSearch -> objects.kind(from, from + 3);
            case PostgresqlParser.RULE_createAmStmt, PostgresqlParser.RULE_createEventTrigStmt ->
                objects.kind(from, from + 2);
            case PostgresqlParser.RULE_createOperator -> objects.kind(from, isPlain(context) ? from + 1 : from + 2);
            case PostgresqlParser.RULE_createUser -> isPlain(context) ? ObjectKind.ROLE : ObjectKind.USER_MAPPING;
            default -> objects.kind(from, from + 1);
        };
    }

    private static boolean isPlain(ParserRuleContext context) {
        return innermost(context).getRuleIndex() == context.getRuleIndex();
    }

    private Optional<ObjectReference> object(ParserRuleContext context) {
        if (context instanceof PostgresqlParser.CreateOperatorContext operator) {
            var name = operator.operatorName();
            List<Identifier> names = new ArrayList<>(parts.identifiers(name.name()));
            names.add(parts.identifier(name.operatorSymbol()));
            var qualified = new QualifiedName(names, parts.span(name));
            return Optional.of(new ObjectReference(qualified, Optional.empty(), Optional.empty(), parts.span(name)));
        }
        for (int i = 0; i < context.getChildCount(); i++) {
            if (context.getChild(i) instanceof AnyNameContext name) {
                return Optional.of(parts.reference(name));
            }
            if (context.getChild(i) instanceof ColIdContext name) {
                return Optional.of(parts.reference(name));
            }
            if (context.getChild(i) instanceof PostgresqlParser.FunctionNameContext name) {
                return Optional.of(parts.reference(name));
            }
            if (context.getChild(i) instanceof PostgresqlParser.RoleContext name) {
                return Optional.of(parts.reference(name));
            }
        }
        return Optional.empty();
    }
}
