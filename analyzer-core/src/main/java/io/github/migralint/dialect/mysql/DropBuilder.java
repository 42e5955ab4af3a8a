package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OnlineOptions;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.mysql.MysqlParser.DropTargetContext;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds DROP. */
final class DropBuilder {
    private static final Set<String> ROUTINES = Set.of("function", "procedure", "trigger");

    private final TreeParts parts;

    DropBuilder(TreeParts parts) {
        this.parts = parts;
    }

    Statement drop(DropTargetContext context, Span span) {
        boolean ifExists = context.ifExists() != null;
        OnlineOptions online = new AlterTableBuilder(parts)
                .online(context.online(), context.waiting(), context.ONLINE() == null ? null : context);
        if (context.INDEX() != null) {
            return new DropObject(ObjectKind.INDEX, List.of(index(context)), ifExists, false, false, online, span);
        }
        if (context.DATABASE() != null || context.SCHEMA() != null) {
            List<ObjectReference> database = List.of(parts.reference(context.colId()));
            return new DropObject(ObjectKind.DATABASE, database, ifExists, true, false, span);
        }
        if (context.PREPARE() != null) {
            return OtherBuilder.deallocate(parts);
        }
        if (ROUTINES.contains(parts.tokens().word(TreeParts.from(context)))) {
            List<ObjectReference> object = List.of(parts.reference(context.anyName(0)));
            return new DropObject(kind(context), object, ifExists, false, false, span);
        }
        if (context.anyName().isEmpty()
                || context.EVENT() != null
                || context.LIBRARY() != null
                || context.PACKAGE() != null) {
            return new OtherBuilder(parts).drop(context);
        }
        List<ObjectReference> objects =
                context.anyName().stream().map(parts::reference).toList();
        return new DropObject(kind(context), objects, ifExists, context.CASCADE() != null, false, online, span);
    }

    private static ObjectKind kind(DropTargetContext context) {
        if (context.VIEW() != null) {
            return ObjectKind.VIEW;
        }
        if (context.TRIGGER() != null) {
            return ObjectKind.TRIGGER;
        }
        if (context.FUNCTION() != null || context.PROCEDURE() != null) {
            return context.FUNCTION() != null ? ObjectKind.FUNCTION : ObjectKind.PROCEDURE;
        }
        return context.SEQUENCE() != null ? ObjectKind.SEQUENCE : ObjectKind.TABLE;
    }

    private ObjectReference index(DropTargetContext context) {
        QualifiedName table = parts.name(context.anyName(0));
        int word = TreeParts.from(context.anyName(0)) - 2;
        Identifier name = parts.identifier(word);
        return new ObjectReference(
                QualifiedName.of(name),
                Optional.of(table),
                Optional.empty(),
                parts.tokens().span(word, word + 1));
    }
}
