package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateCompositeType;
import io.github.migralint.ast.CreateDomain;
import io.github.migralint.ast.CreateEnum;
import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.CreateRule;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.CreateTrigger;
import io.github.migralint.ast.CreateType;
import io.github.migralint.ast.CreateView;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import java.util.Optional;

/** Whether a release makes an object again under the name that it dropped. */
public final class Recreation {
    private Recreation() {}

    /** The first later statement of the release that gives the name of a dropped object to one of its kind. */
    public static Optional<Statement> of(Step step, ObjectKind kind, ObjectReference object) {
        return Shipment.after(step)
                .filter(later -> makes(later, kind, object) || takesName(later, kind, object.name()))
                .findFirst();
    }

    private static boolean makes(Statement later, ObjectKind kind, ObjectReference object) {
        QualifiedName name = object.name();
        return switch (kind) {
            case TABLE, FOREIGN_TABLE -> table(later, name);
            case VIEW -> later instanceof CreateView view && Names.same(view.name(), name);
            case MATERIALIZED_VIEW ->
                later instanceof CreateTableAs view && view.materializedView() && Names.same(view.name(), name);
            case SEQUENCE -> later instanceof CreateSequence sequence && Names.same(sequence.name(), name);
            case FUNCTION, PROCEDURE, ROUTINE ->
                later instanceof CreateFunction function && Names.same(function.name(), name);
            case TYPE, DOMAIN -> type(later, name);
            case EXTENSION ->
                later instanceof CreateExtension extension
                        && extension.name().value().equals(name.name());
            case TRIGGER ->
                later instanceof CreateTrigger trigger
                        && trigger.name().value().equals(name.name())
                        && on(object, trigger.table());
            case RULE ->
                later instanceof CreateRule rule && rule.name().value().equals(name.name()) && on(object, rule.table());
            default -> other(later, kind, name);
        };
    }

    private static boolean on(ObjectReference object, QualifiedName table) {
        return object.on().map(on -> Names.same(on, table)).orElse(true);
    }

    private static boolean table(Statement later, QualifiedName name) {
        if (later instanceof CreateTable table) {
            return table.persistence() != Persistence.TEMPORARY && Names.same(table.name(), name);
        }
        return later instanceof CreateTableAs table
                && !table.materializedView()
                && table.persistence() != Persistence.TEMPORARY
                && Names.same(table.name(), name);
    }

    private static boolean type(Statement later, QualifiedName name) {
        return (later instanceof CreateEnum made && Names.same(made.name(), name))
                || (later instanceof CreateDomain domain && Names.same(domain.name(), name))
                || (later instanceof CreateCompositeType composite && Names.same(composite.name(), name))
                || (later instanceof CreateType type && Names.same(type.name(), name));
    }

    /** What is only read by name: aggregates, publications, operators. */
    private static boolean other(Statement later, ObjectKind kind, QualifiedName name) {
        return later instanceof OtherStatement other
                && other.kind().startsWith("Create")
                && other.objectKind().filter(kind::equals).isPresent()
                && other.objects().stream().anyMatch(made -> Names.same(made.name(), name));
    }

    private static boolean takesName(Statement later, ObjectKind kind, QualifiedName name) {
        if (later instanceof MysqlStatement.RenameTables renames) {
            return ofRelation(kind) && renames.renames().stream().anyMatch(pair -> Names.same(pair.newName(), name));
        }
        if (later instanceof AlterTable alter) {
            return ofRelation(kind)
                    && alter.actions().stream()
                            .anyMatch(action -> action instanceof MysqlAction.RenameTo rename
                                    && Names.same(rename.newName(), name));
        }
        return later instanceof Rename rename
                && rename.member().isEmpty()
                && rename.kind() == kind
                && rename.newName().value().equals(name.name());
    }

    /** Tables and views share their names. */
    private static boolean ofRelation(ObjectKind kind) {
        return kind == ObjectKind.TABLE || kind == ObjectKind.VIEW;
    }
}
