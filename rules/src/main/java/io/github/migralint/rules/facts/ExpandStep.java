package io.github.migralint.rules.facts;

import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Event;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Related;
import io.github.migralint.schema.Origin;

/**
 * Something that an earlier release did so that an object can go.
 *
 * @param what what was done, as a clause: {@code total_new was filled from total}
 * @param origin the statement that did it
 */
public record ExpandStep(String what, Origin origin) {
    /** The same with its place: {@code total_new was filled from total in V13__fill.sql:1}. */
    public Reason reason() {
        return Reason.at(what + " in ", origin, what + " here");
    }

    /** The words of {@link #reason()}. */
    public String sentence() {
        return reason().text();
    }

    /** The place as a related one. */
    public Related related() {
        return Related.at(origin, what + " here");
    }

    /** Whether something happened in a release before the one under review. */
    static boolean released(Step step, Event event) {
        return released(step, event.origin());
    }

    /** Whether something stems from a release before the one under review. */
    static boolean released(Step step, Origin origin) {
        return !step.release().includes(origin);
    }
}
