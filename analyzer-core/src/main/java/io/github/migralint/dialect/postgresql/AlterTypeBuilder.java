package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ChangeOwner;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.SetSchema;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AlterTypeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AttributeActionContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.AttributeChangeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.BehaviorContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.NewAttributeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.TypeChangeContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds ALTER TYPE: labels of enums, attributes of composite types, names and owners. */
final class AlterTypeBuilder {
    private final TreeParts parts;
    private final TableBuilder tables;

    AlterTypeBuilder(TreeParts parts) {
        this.parts = parts;
        this.tables = new TableBuilder(parts);
    }

    Statement type(AlterTypeContext context, Span span) {
        TypeChangeContext change = context.typeChange();
        QualifiedName name = parts.name(context.anyName());
        ObjectReference type = parts.reference(context.anyName());
        if (change.VALUE() != null) {
            return label(name, change, span);
        }
        if (change.RENAME() != null) {
            return rename(type, change, span);
        }
        if (change.ownerTo() != null) {
            return new ChangeOwner(
                    ObjectKind.TYPE, type, parts.identifier(change.ownerTo().role()), span);
        }
        if (change.newSchema() != null) {
            return new SetSchema(
                    ObjectKind.TYPE, type, parts.identifier(change.newSchema().colId()), false, span);
        }
        if (change.optionList() != null) {
            return OtherStatements.of("AlterTypeStmt", Optional.of(ObjectKind.TYPE), List.of(type), parts.tokens());
        }
        return new AlterTable(ObjectKind.TYPE, name, false, false, attributes(change), span);
    }

    private Statement label(QualifiedName name, TypeChangeContext change, Span span) {
        List<String> labels = change.string().stream().map(parts::text).toList();
        if (change.RENAME() != null) {
            return new AlterEnum(
                    name, Optional.of(labels.get(0)), labels.get(1), false, Optional.empty(), Optional.empty(), span);
        }
        Optional<String> neighbour = labels.size() > 1 ? Optional.of(labels.get(1)) : Optional.empty();
        return new AlterEnum(
                name,
                Optional.empty(),
                labels.get(0),
                change.ifNotExists() != null,
                change.BEFORE() != null ? neighbour : Optional.empty(),
                change.AFTER() != null ? neighbour : Optional.empty(),
                span);
    }

    private Statement rename(ObjectReference type, TypeChangeContext change, Span span) {
        boolean attribute = change.ATTRIBUTE() != null;
        return new Rename(
                attribute ? ObjectKind.ATTRIBUTE : ObjectKind.TYPE,
                ObjectKind.TYPE,
                type,
                attribute ? parts.optional(change.colId(0)) : Optional.empty(),
                parts.identifier(change.colId(attribute ? 1 : 0)),
                false,
                false,
                change.behavior() != null && change.behavior().CASCADE() != null,
                span);
    }

    private List<AlterAction> attributes(TypeChangeContext change) {
        List<AlterAction> actions = new ArrayList<>();
        if (change.newAttribute() != null) {
            Span span = new Span(
                    parts.tokens().token(TreeParts.from(change)).start(),
                    parts.span(change.newAttribute()).end());
            actions.add(add(change.newAttribute(), span));
        } else {
            actions.add(change(change.attributeChange()));
        }
        for (AttributeActionContext action : change.attributeAction()) {
            actions.add(
                    action.newAttribute() != null
                            ? add(action.newAttribute(), parts.span(action))
                            : change(action.attributeChange()));
        }
        return actions;
    }

    private AlterAction add(NewAttributeContext context, Span span) {
        return new AlterAction.AddColumn(
                tables.column(context.columnDefinition()), false, cascades(context.behavior()), span);
    }

    private AlterAction change(AttributeChangeContext context) {
        Identifier attribute = parts.identifier(context.colId());
        boolean cascade = cascades(context.behavior());
        if (context.DROP() != null) {
            return new AlterAction.DropColumn(attribute, context.ifExists() != null, cascade, parts.span(context));
        }
        return new AlterAction.AlterColumnType(
                attribute,
                parts.type(context.typeName()),
                Optional.ofNullable(context.collation()).map(collation -> parts.name(collation.anyName())),
                Optional.empty(),
                cascade,
                parts.span(context));
    }

    private static boolean cascades(@Nullable BehaviorContext context) {
        return context != null && context.CASCADE() != null;
    }
}
