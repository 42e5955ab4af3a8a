package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Grant;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.dialect.postgresql.PostgresqlParser.GrantContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.GrantObjectContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.PrivilegeContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.PrivilegesContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.RevokeContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds GRANT and REVOKE, on objects and of roles. */
final class GrantBuilder {
    private static final Map<String, ObjectKind> PLURALS = Map.of(
            "tables", ObjectKind.TABLE,
            "sequences", ObjectKind.SEQUENCE,
            "functions", ObjectKind.FUNCTION,
            "procedures", ObjectKind.PROCEDURE,
            "routines", ObjectKind.ROUTINE);

    private final TreeParts parts;

    GrantBuilder(TreeParts parts) {
        this.parts = parts;
    }

    Grant grant(GrantContext context, Span span) {
        boolean option =
                context.grantOptions() != null && context.grantOptions().WITH() != null;
        return build(
                new Rights(false, context.privileges(), context.grantObject()),
                parts.roles(context.granteeList().role()),
                option,
                false,
                span);
    }

    Grant revoke(RevokeContext context, Span span) {
        boolean cascade = context.behavior() != null && context.behavior().CASCADE() != null;
        return build(
                new Rights(true, context.privileges(), context.grantObject()),
                parts.roles(context.granteeList().role()),
                context.OPTION() != null,
                cascade,
                span);
    }

    private record Rights(
            boolean revoke,
            PrivilegesContext privileges,
            @Nullable GrantObjectContext object) {}

    private Grant build(Rights rights, List<String> grantees, boolean option, boolean cascade, Span span) {
        if (rights.object() == null) {
            List<ObjectReference> roles = rights.privileges().privilege().stream()
                    .map(privilege -> role(privilege))
                    .toList();
            return new Grant(
                    rights.revoke(), Optional.empty(), false, List.of(), roles, grantees, option, cascade, span);
        }
        GrantObjectContext object = rights.object();
        List<String> privileges =
                rights.privileges().privilege().stream().map(this::privilege).toList();
        boolean all = object.SCHEMA() != null && object.ALL() != null;
        return new Grant(
                rights.revoke(),
                Optional.of(kind(object)),
                all,
                privileges,
                objects(object),
                grantees,
                option,
                cascade,
                span);
    }

    private ObjectReference role(PrivilegeContext context) {
        int from = TreeParts.to(context) - 1;
        return new ObjectReference(
                parts.name(from, from + 1),
                Optional.empty(),
                Optional.empty(),
                parts.tokens().span(from, from + 1));
    }

    private String privilege(PrivilegeContext context) {
        if (context.ALL() != null) {
            return "ALL";
        }
        int from = TreeParts.from(context);
        String word = parts.tokens().word(from).toUpperCase(Locale.ROOT);
        return context.SYSTEM() != null ? word + " SYSTEM" : word;
    }

    private ObjectKind kind(GrantObjectContext context) {
        int from = TreeParts.from(context);
        if (context.grantKind() != null) {
            var kind = context.grantKind();
            if (kind.SERVER() != null) {
                return ObjectKind.SERVER;
            }
            return kind.PARAMETER() != null ? ObjectKind.PARAMETER : new ObjectBuilder(parts).kind(kind);
        }
        if (context.ALL() != null) {
            return PLURALS.getOrDefault(parts.tokens().word(from + 1), ObjectKind.TABLE);
        }
        if (context.LARGE() != null) {
            return ObjectKind.LARGE_OBJECT;
        }
        return context.signature().isEmpty() ? ObjectKind.TABLE : new ObjectBuilder(parts).kind(from, from + 1);
    }

    private List<ObjectReference> objects(GrantObjectContext context) {
        var objects = new ObjectBuilder(parts);
        if (context.grantNames() != null) {
            return objects.references(context.grantNames().anyNameList().anyName());
        }
        if (context.anyNameList() != null) {
            return objects.references(context.anyNameList().anyName());
        }
        if (context.nameList() != null) {
            return objects.references(context.nameList().colId());
        }
        List<ObjectReference> references = new ArrayList<>();
        context.signature().forEach(signature -> references.add(parts.reference(signature)));
        context.signedNumber().forEach(number -> references.add(parts.reference(number)));
        return references;
    }
}
