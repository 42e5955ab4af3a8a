package io.github.migralint.rules.text;

import io.github.migralint.rule.Reason;
import io.github.migralint.rules.facts.ExpandStep;
import java.util.List;

/** Tells what earlier releases did to prepare a step. */
public final class Staged {
    private Staged() {}

    /** {@code total_new was added in V12__x.sql:3 and filled in V13__y.sql:1}. */
    public static Reason reason(List<ExpandStep> steps) {
        return Reason.joined(" and ", steps.stream().map(ExpandStep::reason).toList());
    }

    /** The words of it. */
    public static String sentence(List<ExpandStep> steps) {
        return reason(steps).text();
    }
}
