package io.github.migralint.rules.robustness;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateExtension;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateSchema;
import io.github.migralint.ast.CreateSequence;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.CreateTableAs;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.rules.engine.ExistenceGuards;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statement or clause that fails when what it does is done already, and would not with a guard.
 *
 * @param name what it makes or drops
 * @param place the statement or clause
 * @param nameSpan where the name stands, before which the guard goes
 * @param drops whether it drops
 */
record Unguarded(String name, Span place, Span nameSpan, boolean drops) {
    private static final String PRIMARY = "PRIMARY";

    /** Those of a step. */
    static List<Unguarded> of(Step step) {
        Statement statement = step.statement();
        return switch (statement) {
            case AlterTable alter
            when alter.kind() == ObjectKind.TABLE && ExistenceGuards.inAlterTable(step.engine()) ->
                alter.actions().stream().flatMap(Unguarded::of).toList();
            case CreateExtension s when !s.ifNotExists() -> made(s, s.name());
            case CreateIndex s
            when !s.ifNotExists() && !s.concurrently() && ExistenceGuards.inAlterTable(step.engine()) ->
                s.name().map(name -> made(s, name)).orElse(List.of());
            case CreateSchema s
            when !s.ifNotExists() && !s.replace() && s.elements().isEmpty() ->
                s.name().map(name -> made(s, name)).orElse(List.of());
            case CreateSequence s when !s.ifNotExists() && lasts(s.persistence()) -> made(s, s.name());
            case CreateTable s when !s.ifNotExists() && !s.replace() && lasts(s.persistence()) -> made(s, s.name());
            case CreateTableAs s when !s.ifNotExists() && !s.replace() && lasts(s.persistence()) -> made(s, s.name());
            case DropObject s
            when !s.ifExists() && ExistenceGuards.ofDrop(step.engine(), s.kind()) ->
                List.of(new Unguarded(
                        s.objects().getFirst().name().toString(),
                        s.span(),
                        s.objects().getFirst().span(),
                        true));
            default -> List.of();
        };
    }

    private static Stream<Unguarded> of(AlterAction action) {
        return switch (action) {
            case AlterAction.AddColumn a
            when !a.ifNotExists() -> made(a.span(), Optional.of(a.column().name()));
            case MysqlAction.AddIndex a
            when !a.ifNotExists() -> made(a.span(), a.index().name());
            case AlterAction.DropColumn a when !a.ifExists() -> dropped(a.span(), a.column());
            case AlterAction.DropConstraint a
            when !a.ifExists()
                    && a.kind().filter(TableConstraint.Kind.PRIMARY_KEY::equals).isEmpty()
                    && !a.name().value().equals(PRIMARY) -> dropped(a.span(), a.name());
            case MysqlAction.DropIndex a when !a.ifExists() -> dropped(a.span(), a.index());
            default -> Stream.empty();
        };
    }

    private static boolean lasts(Persistence persistence) {
        return persistence != Persistence.TEMPORARY;
    }

    private static List<Unguarded> made(Statement statement, Identifier name) {
        return made(statement.span(), Optional.of(name)).toList();
    }

    private static List<Unguarded> made(Statement statement, QualifiedName name) {
        return List.of(new Unguarded(name.toString(), statement.span(), name.span(), false));
    }

    private static Stream<Unguarded> made(Span place, Optional<Identifier> name) {
        return name.map(found -> new Unguarded(found.value(), place, found.span(), false)).stream();
    }

    private static Stream<Unguarded> dropped(Span place, Identifier name) {
        return Stream.of(new Unguarded(name.value(), place, name.span(), true));
    }

    /** The words that it lacks. */
    String guard() {
        return drops ? "IF EXISTS" : "IF NOT EXISTS";
    }
}
