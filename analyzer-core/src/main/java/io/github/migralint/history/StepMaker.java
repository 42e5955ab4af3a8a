package io.github.migralint.history;

import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effects;
import io.github.migralint.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the steps of one migration. */
final class StepMaker {
    private final Session session;
    private final List<Statement> statements = new ArrayList<>();

    StepMaker(Session session) {
        this.session = session;
        session.migration().statements().stream().flatMap(StepMaker::withInner).forEach(statements::add);
    }

    /** A statement, and those that one can see inside it. */
    private static Stream<Statement> withInner(Statement statement) {
        return statement instanceof DoBlock block
                ? Stream.concat(
                        Stream.of(statement), block.body().program().stream().flatMap(ProceduralStatement::statements))
                : Stream.of(statement);
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
                following(after),
                new Prospect(session.migrations(), session.migration().ordinal(), index),
                session.dialect()::quote,
                embedding,
                session.deployment(),
                embedded);
    }

    /** The statements that begin after an offset of the file. */
    private List<Statement> following(int offset) {
        int from = 0;
        int to = statements.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (statements.get(middle).span().start() <= offset) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return statements.subList(from, statements.size());
    }
}
