package io.github.migralint.rules.text;

import io.github.migralint.effect.Effect;
import io.github.migralint.effect.Effect.Fails;
import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.effect.Subject;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Related;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.schema.Origin;
import io.github.migralint.source.Span;
import java.util.Optional;

/** Tells of a statement that the engine refuses: what it would say, and of which clause. */
public final class Refusal {
    private static final int WORDS_OF_A_STATEMENT = 2;

    private Refusal() {}

    /** The error of a step, if it is of that kind. */
    public static Optional<Fails> of(Step step, Cause cause) {
        return step.effects().failure().filter(failure -> failure.cause() == cause);
    }

    /** A finding about an error, with its place, label and message. */
    public static Finding.Builder finding(Step step, RuleInfo rule, Fails failure) {
        String reason = Prose.clause(failure.reason());
        return Finding.at(step, rule, place(step, failure))
                .object(failure.subject().map(subject -> object(step, subject)).orElse(""))
                .label(failure.sqlState() + ": " + reason)
                .message(step.engine().label() + " refuses this statement with error " + failure.sqlState() + ": "
                        + reason + ".");
    }

    /** The name of what an error is about, with the name of its table before it. */
    public static String object(Step step, Subject subject) {
        return table(step, subject).map(table -> table + ".").orElse("") + subject.name();
    }

    /** The name of the table that the subject of an error is a part of. */
    public static Optional<String> table(Step step, Subject subject) {
        return subject.table()
                .flatMap(step.before()::table)
                .map(table -> table.name().name());
    }

    /** Another place, which says what happened there; there is none for what was there before the history. */
    public static Optional<Related> at(Origin origin, String what) {
        return origin.migration() < 0 ? Optional.empty() : Optional.of(Related.at(origin, what));
    }

    private static Span place(Step step, Fails failure) {
        Span statement = step.statement().span();
        return failure.subject()
                .map(subject -> subject.name().span())
                .filter(span -> inside(span, statement))
                .or(() -> Optional.of(failure.place()).filter(span -> inside(span, statement)))
                .orElseGet(() -> Clause.words(step, statement, WORDS_OF_A_STATEMENT));
    }

    private static boolean inside(Span span, Span statement) {
        return !span.equals(Effect.WHOLE_STATEMENT)
                && span.start() < span.end()
                && span.start() >= statement.start()
                && span.end() <= statement.end();
    }
}
