package io.github.migralint.rule;

import io.github.migralint.schema.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * Why something is known, as a clause, with the places of the history that the clause names by their short form.
 *
 * @param text {@code orders exists since V1__orders.sql:3}
 * @param places those places, each with what happened there
 */
public record Reason(String text, List<Related> places) {
    public Reason {
        places = List.copyOf(places);
    }

    /** A reason that names no place. */
    public static Reason of(String text) {
        return new Reason(text, List.of());
    }

    /**
     * A reason that ends with a place: {@code V1__orders.sql:3}.
     *
     * @param lead what is said before the place
     * @param origin the statement that made it so, which is not {@link Origin#BEFORE_HISTORY}
     * @param what what happened there, as a link says it: {@code orders was created here}
     */
    public static Reason at(String lead, Origin origin, String what) {
        return new Reason(lead + origin.shortForm(), List.of(Related.at(origin, what)));
    }

    /** Several reasons, joined by words. */
    public static Reason joined(String words, List<Reason> reasons) {
        return new Reason(
                String.join(words, reasons.stream().map(Reason::text).toList()),
                reasons.stream().flatMap(reason -> reason.places().stream()).toList());
    }

    /** The same with something said before it. */
    public Reason after(String lead) {
        return new Reason(lead + text, places);
    }

    /** The same with something said after it. */
    public Reason and(String more) {
        return new Reason(text + more, places);
    }

    /** The same with another reason right after it. */
    public Reason and(Reason more) {
        var all = new ArrayList<>(places);
        all.addAll(more.places);
        return new Reason(text + more.text, all);
    }
}
