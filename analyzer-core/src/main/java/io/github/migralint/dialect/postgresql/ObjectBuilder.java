package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Comment;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.dialect.postgresql.PostgresqlParser.CommentContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.DropTargetContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.ObjectTargetContext;
import io.github.migralint.dialect.postgresql.PostgresqlParser.OperatorSignatureContext;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds DROP and COMMENT, which name objects of every kind. */
final class ObjectBuilder {
    private static final Map<String, ObjectKind> OTHER_WORDS =
            Map.of("USER", ObjectKind.ROLE, "GROUP", ObjectKind.ROLE, "PROCEDURAL_LANGUAGE", ObjectKind.LANGUAGE);

    private final TreeParts parts;

    ObjectBuilder(TreeParts parts) {
        this.parts = parts;
    }

    /** The kind that a run of keywords names. */
    ObjectKind kind(int from, int to) {
        var words = new StringBuilder();
        for (int i = from; i < to; i++) {
            words.append(words.isEmpty() ? "" : "_")
                    .append(parts.tokens().word(i).toUpperCase(Locale.ROOT));
        }
        String word = words.toString();
        ObjectKind other = OTHER_WORDS.get(word);
        return other != null ? other : ObjectKind.valueOf(word);
    }

    /** The kind that a part made of keywords names. */
    ObjectKind kind(ParserRuleContext part) {
        return kind(TreeParts.from(part), TreeParts.to(part));
    }

    Statement drop(DropTargetContext context, Span span) {
        if (context.OWNED() != null) {
            return OtherStatements.of(
                    "DropOwnedStmt",
                    Optional.of(ObjectKind.OWNED),
                    references(context.roleList().role()),
                    parts.tokens());
        }
        if (context.CONCURRENTLY() != null && context.dropKind().relationKind() == null) {
            int at = context.CONCURRENTLY().getSymbol().getTokenIndex();
            throw new SyntaxProblem(at, "expected a name");
        }
        boolean concurrently = context.CONCURRENTLY() != null;
        if (concurrently && context.dropKind().relationKind().INDEX() == null) {
            throw new SyntaxProblem(context.CONCURRENTLY().getSymbol().getTokenIndex(), "expected a name");
        }
        boolean cascade = context.behavior() != null && context.behavior().CASCADE() != null;
        return new DropObject(
                dropKind(context), dropped(context), context.ifExists() != null, cascade, concurrently, span);
    }

    private ObjectKind dropKind(DropTargetContext context) {
        int from = TreeParts.from(context);
        if (context.dropKind() != null) {
            return kind(context.dropKind());
        }
        if (context.MAPPING() != null) {
            return ObjectKind.USER_MAPPING;
        }
        if (context.OPERATOR() != null && (context.CLASS() != null || context.FAMILY() != null)) {
            return kind(from, from + 2);
        }
        return kind(from, from + 1);
    }

    private List<ObjectReference> dropped(DropTargetContext context) {
        if (context.anyNameList() != null) {
            return references(context.anyNameList().anyName());
        }
        if (!context.signature().isEmpty()) {
            return context.signature().stream().map(parts::reference).toList();
        }
        if (!context.operatorSignature().isEmpty()) {
            return context.operatorSignature().stream().map(this::operator).toList();
        }
        if (context.ON() != null) {
            return List.of(member(context.colId(), context.anyName()));
        }
        if (context.CAST() != null) {
            return List.of(cast(context.typeName(0), context.typeName(1)));
        }
        if (context.TRANSFORM() != null) {
            return List.of(ofType(context.typeName(0)));
        }
        if (context.roleList() != null) {
            return references(context.roleList().role());
        }
        if (context.anyName() != null) {
            return List.of(parts.reference(context.anyName()));
        }
        ParserRuleContext name = context.MAPPING() != null ? context.mappedRole() : context.colId();
        return List.of(parts.reference(name));
    }

    /** References by name only. */
    List<ObjectReference> references(List<? extends ParserRuleContext> names) {
        return names.stream().map(name -> parts.reference(name)).toList();
    }

    private ObjectReference member(ParserRuleContext name, ParserRuleContext on) {
        Span span = parts.span(name).cover(parts.span(on));
        return new ObjectReference(parts.name(name), Optional.of(parts.name(on)), Optional.empty(), span);
    }

    /** An operator with the types of its operands. */
    ObjectReference operator(OperatorSignatureContext context) {
        var name = context.operatorName();
        List<Identifier> names = new ArrayList<>(parts.identifiers(name.name()));
        names.add(parts.identifier(name.operatorSymbol()));
        return new ObjectReference(
                new QualifiedName(names, parts.span(name)),
                Optional.empty(),
                Optional.of(parts.argumentTypes(context.operandTypes())),
                parts.span(context));
    }

    private ObjectReference cast(ParserRuleContext from, ParserRuleContext to) {
        return new ObjectReference(
                typeAsName(from),
                Optional.empty(),
                Optional.of(List.of(parts.type(from), parts.type(to))),
                parts.span(from).cover(parts.span(to)));
    }

    private ObjectReference ofType(ParserRuleContext type) {
        return new ObjectReference(typeAsName(type), Optional.empty(), Optional.empty(), parts.span(type));
    }

    private QualifiedName typeAsName(ParserRuleContext part) {
        TypeName type = parts.type(part);
        List<Identifier> names = new ArrayList<>();
        type.schema().ifPresent(schema -> names.add(new Identifier(schema, false, type.span())));
        names.add(new Identifier(type.name(), false, type.span()));
        return new QualifiedName(names, type.span());
    }

    Statement comment(CommentContext context, Span span) {
        Optional<String> text = Optional.ofNullable(context.string()).map(parts::text);
        Target target = target(context.objectTarget());
        return new Comment(target.kind(), target.object(), text, span);
    }

    /**
     * An object with its kind.
     *
     * @param kind of the object
     * @param object how it is named
     */
    record Target(ObjectKind kind, ObjectReference object) {}

    /** What COMMENT, SECURITY LABEL and ALTER EXTENSION speak about. */
    Target target(ObjectTargetContext context) {
        int from = TreeParts.from(context);
        if (context.CONSTRAINT() != null) {
            ObjectKind kind = context.DOMAIN() != null ? ObjectKind.DOMAIN_CONSTRAINT : ObjectKind.CONSTRAINT;
            return new Target(kind, member(context.colId(), context.anyName()));
        }
        if (context.ON() != null) {
            return new Target(kind(from, from + 1), member(context.colId(), context.anyName()));
        }
        if (context.signature() != null) {
            return new Target(kind(from, from + 1), parts.reference(context.signature()));
        }
        if (context.operatorSignature() != null) {
            return new Target(ObjectKind.OPERATOR, operator(context.operatorSignature()));
        }
        if (context.CAST() != null) {
            return new Target(ObjectKind.CAST, cast(context.typeName(0), context.typeName(1)));
        }
        if (context.TRANSFORM() != null) {
            return new Target(ObjectKind.TRANSFORM, ofType(context.typeName(0)));
        }
        if (context.LARGE() != null) {
            return new Target(ObjectKind.LARGE_OBJECT, parts.reference(context.signedNumber()));
        }
        int name = TreeParts.from(context.anyName());
        return new Target(kind(from, name), parts.reference(context.anyName()));
    }
}
