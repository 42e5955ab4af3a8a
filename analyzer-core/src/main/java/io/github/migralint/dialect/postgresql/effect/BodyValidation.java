package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.CodeBlock;
import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Return;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Update;
import io.github.migralint.dialect.postgresql.EmbeddedSql;
import io.github.migralint.effect.Subject;
import io.github.migralint.schema.Lookup;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The check of a body in SQL when its function is made: what it reads and writes must be there already, also what the body
 * itself would create first. Commands other than queries and changes of rows are not looked at.
 *
 * @param scene what the statement sees
 * @param acts where its failures go
 */
record BodyValidation(Scene scene, Acts acts) {
    private static final Set<String> OFF = Set.of("off", "false", "no", "0", "of", "f", "n", "fa", "fal", "fals");

    /** Whether the server looks into the body; it always does into one that is no string. */
    boolean takesPlace(CreateFunction statement) {
        boolean string =
                statement.body().filter(body -> body.tokens().isEmpty()).isPresent();
        String checks = scene.context().settings().getOrDefault("check_function_bodies", "on");
        return statement.language().equals("sql") && !(string && OFF.contains(checks.toLowerCase(Locale.ROOT)));
    }

    /** Refuses names that are missing; a function with a search path of its own may find others. */
    void refuseMissing(CreateFunction statement) {
        if (statement.settings().stream().anyMatch(setting -> setting.name().equals("search_path"))) {
            return;
        }
        statement
                .body()
                .flatMap(CodeBlock::program)
                .ifPresent(program -> program.body().forEach(this::check));
    }

    private void check(ProceduralStatement statement) {
        if (statement instanceof ProceduralStatement.Sql sql) {
            check(sql.statement());
        } else if (statement instanceof Return result) {
            result.value().ifPresent(value -> check(EmbeddedSql.query(value)));
        }
    }

    private void check(Statement statement) {
        switch (statement) {
            case Select select -> check(select.query());
            case Insert insert -> check(insert.table(), insert.columns(), insert.query());
            case Update update -> check(update.table(), update.columns(), update.query());
            case Delete delete -> check(delete.table(), List.of(), delete.query());
            case Merge merge -> check(merge.table(), List.of(), merge.query());
            default -> {}
        }
    }

    private void check(QualifiedName target, List<Identifier> columns, Query query) {
        Lookup<Relation> found = scene.schema().relation(target);
        if (found.isAbsent()) {
            acts.fail("42P01", Subject.of(ObjectKind.TABLE, target));
        } else if (found.found().orElse(null) instanceof Table table) {
            new RowEffects(scene, acts).refuseColumns(columns, table);
        }
        check(query);
    }

    private void check(Query query) {
        new QueryReads(scene, acts, query).refuseMissing();
    }
}
