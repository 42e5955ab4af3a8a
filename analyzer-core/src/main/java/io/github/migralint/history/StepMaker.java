package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effects;
import io.github.migralint.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Makes the steps of one migration. */
final class StepMaker {
    private final Session session;
    private final Course course;

    StepMaker(Session session) {
        this.session = session;
        this.course = new Course(session.migration());
    }

    /** What a statement meets before it runs. */
    Start start() {
        return new Start(
                session.schema().freeze(),
                session.transaction().state(),
                session.release().current(),
                session.chronicle().untilNow());
    }

    /**
     * What a statement meets.
     *
     * @param schema the schema
     * @param transaction the transaction
     * @param release what serves clients
     * @param past what happened before
     */
    record Start(Schema schema, TransactionState transaction, Release release, Timeline past) {}

    /** The step of a statement that has just run. */
    Step step(
            Statement statement,
            int index,
            Start start,
            Effects effects,
            Optional<Embedding> embedding,
            List<Step> embedded) {
        int after = embedding
                .map(inner -> inner.place().start())
                .orElse(statement.span().start());
        return new Step(
                session.engine(),
                session.migration(),
                index,
                statement,
                start.schema(),
                session.schema().freeze(),
                effects,
                start.transaction(),
                start.release(),
                start.past(),
                new Sequel(course, after),
                new Prospect(session.migrations(), session.migration().ordinal(), index),
                session.dialect()::quote,
                embedding,
                session.deployment(),
                embedded);
    }
}
