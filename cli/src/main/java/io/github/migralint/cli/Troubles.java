package io.github.migralint.cli;

import io.github.migralint.report.Problem;
import java.util.List;

/** Tells on standard error what a run could not do. */
final class Troubles {
    private Troubles() {}

    /** What is missing is always told there; the rest only when the report itself does not show it to somebody. */
    static void tell(List<Problem> problems, boolean toldAlready, Surroundings surroundings) {
        for (Problem problem : problems) {
            boolean tell = switch (problem.kind()) {
                case MISSING, CONFIGURATION -> true;
                case FILE, INTERNAL -> !toldAlready;
                case NOT_UNDERSTOOD -> false;
            };
            if (tell) {
                String place = problem.position()
                        .map(position -> problem.file() + ":" + position.line() + ":" + position.column() + ": ")
                        .orElse("");
                surroundings.complain(place + problem.message());
            }
        }
    }
}
