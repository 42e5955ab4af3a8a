package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Merge;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Update;
import io.github.migralint.dialect.postgresql.replay.Explained;

/**
 * Statements inside of EXPLAIN, PREPARE and DECLARE CURSOR: they are run, planned, or only understood.
 *
 * @param scene what the statement sees
 * @param acts where its effects go
 */
record InnerStatements(Scene scene, Acts acts) {
    void explain(OtherStatement statement) {
        statement.inner().ifPresent(inner -> {
            if (Explained.isRun(statement)) {
                new StatementEffects(scene, acts).add(inner);
            } else {
                plan(inner);
            }
        });
    }

    void declare(OtherStatement statement) {
        statement.inner().ifPresent(this::plan);
    }

    private void plan(Statement inner) {
        boolean rows = inner instanceof Select
                || inner instanceof Insert
                || inner instanceof Update
                || inner instanceof Delete
                || inner instanceof Merge;
        if (rows) {
            var planned = new Acts();
            new StatementEffects(scene, planned).add(inner);
            acts.planned(planned);
        }
    }

    void prepare(OtherStatement statement) {
        statement.inner().ifPresent(inner -> {
            switch (inner) {
                case Select s -> names(s.query());
                case Insert s -> names(s.table(), s.query());
                case Update s -> names(s.table(), s.query());
                case Delete s -> names(s.table(), s.query());
                case Merge s -> names(s.table(), s.query());
                default -> {}
            }
        });
    }

    private void names(QualifiedName target, Query query) {
        new QueryReads(scene, acts, query).write(target);
        names(query);
    }

    private void names(Query query) {
        var reads = new QueryReads(scene, acts, query);
        query.writes().forEach(reads::write);
        reads.names();
    }
}
