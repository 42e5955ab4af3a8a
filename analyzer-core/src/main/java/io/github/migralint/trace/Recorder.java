package io.github.migralint.trace;

import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import java.util.List;

/** Takes the steps of each migration under review as soon as it was played, for reports that show what it does. */
@FunctionalInterface
public interface Recorder {
    /** Keeps nothing: no report asks. */
    Recorder NONE = (migration, steps) -> {};

    /** Takes the steps of a migration, those inside of blocks in the place of the blocks. */
    void record(Migration migration, List<Step> steps);
}
