package io.github.migralint.history;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Engine;
import io.github.migralint.effect.Effects;
import io.github.migralint.effect.RelationKey;
import io.github.migralint.schema.Schema;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
 * @param sequel the statements that come after it in the same migration
 * @param prospect what comes after it, in this migration and in later ones
 * @param quoting writes a name as the engine wants it in SQL
 * @param embedding where it stands, if that is inside another statement
 * @param deployment what is known of the live database besides its schema
 * @param embedded the steps of the statements that run inside it, in the order in which they run
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
        Sequel sequel,
        Prospect prospect,
        UnaryOperator<String> quoting,
        Optional<Embedding> embedding,
        Deployment deployment,
        List<Step> embedded) {
    public Step {
        embedded = List.copyOf(embedded);
    }

    /** The statements that come after it in the same migration. */
    public List<Statement> following() {
        return sequel.statements();
    }

    /** Itself, or instead of it the steps that run inside it: each thing that is done belongs to one of these. */
    public Stream<Step> innermost() {
        return embedded.isEmpty() ? Stream.of(this) : embedded.stream().flatMap(Step::innermost);
    }

    /** The text that the spans of its statement are about: the file, or what was put together while a block ran. */
    public SourceText text() {
        return embedding.flatMap(Embedding::composed).orElse(migration.text());
    }

    /** Where in the file a clause of its statement stands, or what puts it together. */
    public Span place(Span clause) {
        return embedding
                .filter(inner -> inner.composed().isPresent())
                .map(Embedding::place)
                .orElse(clause);
    }

    /** Whether the engine refuses the statement, whatever the rows, where it stands: then it does nothing. */
    public boolean refused() {
        return effects.refusedIn(transaction.open());
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
