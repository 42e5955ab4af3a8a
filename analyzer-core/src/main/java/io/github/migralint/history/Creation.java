package io.github.migralint.history;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateCompositeType;
import io.github.migralint.ast.CreateDomain;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateType;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A name that a statement brings into the schema.
 *
 * @param kind what has it
 * @param name the name
 * @param table the table that it is a part of, as a column is
 */
record Creation(ObjectKind kind, QualifiedName name, Optional<QualifiedName> table) {
    private Creation(ObjectKind kind, QualifiedName name) {
        this(kind, name, Optional.empty());
    }

    /** What a statement makes, as far as its text names it; a new name counts as well. */
    static List<Creation> of(Statement statement) {
        return switch (statement) {
            case CreateTable s -> List.of(new Creation(ObjectKind.TABLE, s.name()));
            case CreateTableAs s -> List.of(new Creation(ObjectKind.TABLE, s.name()));
            case CreateView s -> List.of(new Creation(ObjectKind.VIEW, s.name()));
            case CreateSequence s -> List.of(new Creation(ObjectKind.SEQUENCE, s.name()));
            case CreateIndex s ->
                s.name().stream()
                        .map(name -> new Creation(ObjectKind.INDEX, QualifiedName.of(name)))
                        .toList();
            case CreateEnum s -> List.of(new Creation(ObjectKind.TYPE, s.name()));
            case CreateDomain s -> List.of(new Creation(ObjectKind.DOMAIN, s.name()));
            case CreateCompositeType s -> List.of(new Creation(ObjectKind.TYPE, s.name()));
            case CreateType s -> List.of(new Creation(ObjectKind.TYPE, s.name()));
            case CreateFunction s -> List.of(new Creation(ObjectKind.FUNCTION, s.name()));
            case CreateExtension s -> List.of(new Creation(ObjectKind.EXTENSION, QualifiedName.of(s.name())));
            case CreateSchema s ->
                s.name().stream()
                        .map(name -> new Creation(ObjectKind.SCHEMA, QualifiedName.of(name)))
                        .toList();
            case AlterTable s ->
                s.actions().stream().flatMap(action -> of(action, s).stream()).toList();
            case Rename s -> List.of(of(s));
            default -> List.of();
        };
    }

    private static Optional<Creation> of(AlterAction action, AlterTable statement) {
        return switch (action) {
            case AlterAction.AddColumn a ->
                Optional.of(in(statement.name(), ObjectKind.COLUMN, a.column().name()));
            case AlterAction.AddConstraint a ->
                a.constraint().name().map(name -> in(statement.name(), ObjectKind.CONSTRAINT, name));
            default -> Optional.empty();
        };
    }

    private static Creation of(Rename rename) {
        return rename.member().isPresent()
                ? in(rename.object().name(), rename.kind(), rename.newName())
                : new Creation(rename.kind(), QualifiedName.of(rename.newName()));
    }

    private static Creation in(QualifiedName table, ObjectKind kind, Identifier name) {
        return new Creation(kind, QualifiedName.of(name), Optional.of(table));
    }
}
