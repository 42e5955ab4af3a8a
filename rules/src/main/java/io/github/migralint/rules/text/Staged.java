package io.github.migralint.rules.text;

import io.github.migralint.rules.facts.ExpandStep;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what earlier releases did to prepare a step. */
public final class Staged {
    private Staged() {}

    /** {@code total_new was added in V12__x.sql:3 and filled in V13__y.sql:1}. */
    public static String sentence(List<ExpandStep> steps) {
        return steps.stream().map(ExpandStep::sentence).collect(Collectors.joining(" and "));
    }
}
