package io.github.migralint.history;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Engine;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One statement of one migration with everything that can be known about it without a database.
 *
 * @param engine the server it is meant for
 * @param migration the migration it belongs to
 * @param index its place in the migration, from 0
 * @param statement the statement
 * @param before the schema before it
 * @param after the schema after it
 * @param effects what it does
 * @param transaction the transaction it runs in
 * @param release what serves clients while it runs, and what does not yet
 * @param timeline what happened to each object up to and including the migrations before this one and the earlier
 *     statements of this one
 * @param following the statements that come after it in the same migration
 * @param quoting writes a name as the engine wants it in SQL
 */
public record Step(
        Engine engine,
        Migration migration,
        int index,
        Statement statement,
        Schema before,
        Schema after,
        Effects effects,
        TransactionState transaction,
        Release release,
        Timeline timeline,
        List<Statement> following,
        UnaryOperator<String> quoting) {
    public Step {
        // a view of the statements of the migration: a copy for each step would take quadratic space
        following = Collections.unmodifiableList(following);
    }

    /** A name as it must be written in SQL: quoted where needed. */
    public String quote(String identifier) {
        return quoting.apply(identifier);
    }

    /**
     * Whether a table serves clients when this step runs: it was there before the release under review began, or the
     * history does not know it.
     */
    public boolean inUse(RelationKey relation) {
        return relation.id().map(release::inUse).orElse(!relation.created());
    }

    /** Whether the table of that name serves clients when this step runs. */
    public boolean inUse(QualifiedName table) {
        return before.relation(table).found().map(r -> release.inUse(r.id())).orElse(true);
    }

    /** Whether the history knows the relation of that name. */
    public boolean known(QualifiedName relation) {
        return before.relation(relation).found().isPresent();
    }
}
