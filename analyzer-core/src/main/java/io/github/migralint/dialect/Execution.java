package io.github.migralint.dialect;

import io.github.migralint.effect.Effects;
import io.github.migralint.schema.Schema;

/** Where the statements run that stand inside another: a history that is being replayed, or a rehearsal. */
public interface Execution {
    /** A moment to return to. */
    interface Moment {
        /** The schema at that moment. */
        Schema schema();
    }

    /** The schema that the next statement meets. */
    Schema schema();

    /** How many statements run around the next one. */
    int depth();

    /**
     * Runs a statement, with all that stands inside it.
     *
     * @return what it does, its failure included; what surely fails changes nothing
     */
    Effects run(EmbeddedStatement statement);

    /** Now, as the beginning of what may be taken back. */
    Moment now();

    /** Takes back what happened since, with its locks, or takes up another course of events. */
    void returnTo(Moment moment);

    /** Says that nobody knows whether what differs between two moments is as in the one or as in the other. */
    void unsure(Moment one, Moment other);
}
