package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Comment;
import io.github.migralint.ast.Grant;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.postgresql.replay.CatalogObjects;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements that only write to the catalog: comments, privileges, statistics objects, publications.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record CatalogEffects(Scene scene, Acts acts) {
    private static final Set<String> OUTSIDE =
            Set.of("CreatedbStmt", "DropdbStmt", "AlterSystemStmt", "CreateTableSpaceStmt", "DropTableSpaceStmt");

    /** What the server itself calls the NOT NULL of a column from 18 on. */
    private static final String NOT_NULL = "_not_null";

    /** Privileges that no relation has. */
    private static final Set<String> NOT_OF_RELATIONS = Set.of("EXECUTE", "CREATE", "CONNECT", "TEMPORARY", "TEMP");

    private Optional<RelationKey> relation(QualifiedName name, ObjectKind kind) {
        Lookup<Relation> found = scene.schema().relation(name);
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, name));
            return Optional.empty();
        }
        return Optional.of(found.found()
                .map(scene.keys()::of)
                .orElseGet(() -> RelationWords.unknown(scene, RelationWords.kind(kind), name)));
    }

    void comment(Comment statement) {
        QualifiedName name = statement.object().name();
        switch (statement.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX, FOREIGN_TABLE ->
                relation(name, statement.kind()).ifPresent(key -> {
                    commentOn(key);
                    boolean fits =
                            RelationWords.fits(statement.kind(), scene.schema().relation(name));
                    if (!fits) {
                        acts.fail("42809", name + " is no " + statement.kind().words() + ".");
                    }
                });
            case COLUMN -> column(name);
            case FUNCTION, PROCEDURE, ROUTINE -> routine(statement);
            case CONSTRAINT, TRIGGER, RULE, POLICY ->
                statement
                        .object()
                        .on()
                        .flatMap(on -> relation(on, ObjectKind.TABLE))
                        .ifPresent(key -> {
                            acts.add(Act.of(Operation.COMMENT_ON_PART).on(Role.RELATION, key));
                            part(statement);
                        });
            default -> {}
        }
    }

    /** Refuses a constraint, a trigger or a policy that the table surely lacks. */
    private void part(Comment statement) {
        String name = statement.object().name().name();
        boolean missing = statement
                .object()
                .on()
                .flatMap(scene.schema()::table)
                .filter(scene::certain)
                .filter(table -> lacks(table, statement.kind(), name))
                .isPresent();
        if (missing) {
            acts.fail("42704", Subject.of(statement.kind(), statement.object().name()));
        }
    }

    private static boolean lacks(Table table, ObjectKind kind, String name) {
        return switch (kind) {
            case CONSTRAINT ->
                !name.endsWith(NOT_NULL)
                        && table.constraints().stream().noneMatch(c -> c.name().equals(name));
            case TRIGGER -> table.triggers().stream().noneMatch(t -> t.name().equals(name));
            case POLICY -> table.policies().stream().noneMatch(p -> p.name().equals(name));
            default -> false;
        };
    }

    private void routine(Comment statement) {
        QualifiedName name = statement.object().name();
        boolean missing = scene.knowsAll(name)
                && name.schema().isEmpty()
                && scene.schema().routines(name).isEmpty()
                && scene.schema().extensions().isEmpty();
        if (missing) {
            acts.fail("42883", Subject.of(ObjectKind.FUNCTION, name));
        }
    }

    private void commentOn(RelationKey key) {
        acts.add(Act.of(Operation.COMMENT).on(Role.RELATION, key));
    }

    private void column(QualifiedName name) {
        if (name.parts().size() < 2) {
            return;
        }
        var owner = new QualifiedName(name.parts().subList(0, name.parts().size() - 1), name.span());
        if (scene.schema().type(owner).found().isPresent()) {
            return;
        }
        relation(owner, ObjectKind.TABLE).ifPresent(this::commentOn);
        scene.schema()
                .table(owner)
                .filter(table ->
                        scene.certain(table) && table.column(name.name()).isEmpty())
                .ifPresent(table -> acts.fail("42703", Subject.in(table, ObjectKind.COLUMN, name.last())));
    }

    private void refusePrivileges(Grant statement) {
        boolean schemas = statement.kind().filter(ObjectKind.SCHEMA::equals).isPresent();
        for (ObjectReference reference : schemas ? statement.objects() : List.<ObjectReference>of()) {
            boolean missing = scene.knowsAll(reference.name())
                    && !scene.schema().schemas().contains(reference.name().name())
                    && !reference.name().name().startsWith("pg_")
                    && !reference.name().name().equals("information_schema");
            if (missing) {
                acts.fail("3F000", Subject.of(ObjectKind.SCHEMA, reference.name()));
            }
        }
    }

    void grant(Grant statement) {
        refusePrivileges(statement);
        if (statement.kind().isEmpty()) {
            return;
        }
        ObjectKind kind = statement.kind().get();
        if (statement.allInSchema()) {
            return;
        }
        boolean relations = kind == ObjectKind.TABLE || kind == ObjectKind.SEQUENCE;
        if (relations) {
            for (ObjectReference reference : statement.objects()) {
                relation(reference.name(), kind)
                        .ifPresent(key -> acts.add(Act.of(Operation.GRANT).on(Role.RELATION, key)));
            }
            statement.privileges().stream()
                    .filter(NOT_OF_RELATIONS::contains)
                    .findFirst()
                    .ifPresent(privilege -> acts.fail("0LP01", privilege + " is no privilege of a table."));
        }
    }

    void other(OtherStatement statement) {
        if (OUTSIDE.contains(statement.kind())) {
            acts.add(Act.of(Operation.OUTSIDE_TRANSACTION));
        }
        switch (statement.kind()) {
            case "CreatePublicationStmt" -> new PublicationEffects(scene, acts).create(statement);
            case "AlterPublicationStmt" -> new PublicationEffects(scene, acts).alter(statement);
            case "ExplainStmt" -> new InnerStatements(scene, acts).explain(statement);
            case "PrepareStmt" -> new InnerStatements(scene, acts).prepare(statement);
            case "DeclareCursorStmt" -> new InnerStatements(scene, acts).declare(statement);
            case "AlterStatsStmt" -> new StatisticsEffects(scene, acts).alter(statement);
            case "DropOwnedStmt" -> new OwnershipEffects(scene, acts).drop(statement);
            case "ReassignOwnedStmt" -> new OwnershipEffects(scene, acts).reassign(statement);
            case "AlterObjectDependsStmt" -> depend(statement);
            case "DiscardStmt" -> outside(last(statement, "all"));
            case "AlterDatabaseStmt" -> outside(says(statement, "tablespace"));
            case "AlterExtensionStmt", "AlterExtensionContentsStmt" ->
                new SchemaEffects(scene, acts).alterExtension(statement);
            default -> created(statement);
        }
    }

    private static final Set<String> NAMED = Set.of(
            "CreateSubscriptionStmt",
            "CreateForeignServerStmt",
            "CreateFdwStmt",
            "CreateEventTrigStmt",
            "CreateRoleStmt");

    /** A second object of the same name. */
    private void created(OtherStatement statement) {
        boolean collation = statement.kind().equals("DefineStmt")
                && statement.objectKind().filter(ObjectKind.COLLATION::equals).isPresent();
        if (!collation && !NAMED.contains(statement.kind())) {
            return;
        }
        ObjectKind kind = statement.objectKind().orElseThrow();
        boolean ifNotExists = says(statement, "exists");
        for (ObjectReference reference : statement.objects()) {
            boolean taken =
                    CatalogObjects.find(scene.schema(), kind, reference.name()).isPresent();
            if (taken && !ifNotExists) {
                acts.fail("42710", Subject.of(kind, reference.name()));
            }
        }
    }

    private void outside(boolean refused) {
        if (refused) {
            acts.add(Act.of(Operation.OUTSIDE_TRANSACTION));
        }
    }

    private static boolean last(OtherStatement statement, String word) {
        return statement.tokens().get(statement.tokens().size() - 1).isWord(word);
    }

    private static boolean says(OtherStatement statement, String word) {
        return statement.tokens().stream().anyMatch(token -> token.isWord(word));
    }

    /** What is to go with an extension. */
    private void depend(OtherStatement statement) {
        ObjectKind kind = statement.objectKind().orElse(ObjectKind.TABLE);
        for (ObjectReference reference : statement.objects()) {
            switch (kind) {
                case INDEX, MATERIALIZED_VIEW ->
                    relation(reference.name(), kind)
                            .ifPresent(key -> acts.add(
                                    Act.of(Operation.DEPEND_ON_EXTENSION).on(Role.RELATION, key)));
                case TRIGGER ->
                    reference
                            .on()
                            .flatMap(on -> relation(on, ObjectKind.TABLE))
                            .ifPresent(
                                    key -> acts.add(Act.of(Operation.READ_NAMES).on(Role.SOURCE, key)));
                default -> {}
            }
        }
    }
}
