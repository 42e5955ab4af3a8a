package io.github.migralint.framework;

import java.util.List;

/**
 * The migrations of one call.
 *
 * @param framework the tool that runs them
 * @param reason why it was taken for that, as a clause for people
 * @param files in the order in which they run; those that go back stand after what they undo, those without a direction
 *     at the end
 * @param notes what else people should know about how the files were chosen, sentences without a period
 * @param problems what could not be taken
 */
public record MigrationSet(
        MigrationFramework framework,
        String reason,
        List<MigrationFile> files,
        List<String> notes,
        List<FileProblem> problems) {
    public MigrationSet {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /** The number of files that are replayed but not reported on. */
    public int historySize() {
        return (int) files.stream().filter(file -> !file.underReview()).count();
    }
}
