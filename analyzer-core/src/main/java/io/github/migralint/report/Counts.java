package io.github.migralint.report;

/**
 * What was analyzed.
 *
 * @param migrations migrations under review
 * @param statements their statements
 * @param notUnderstood those that could not be read, or not all of the code in them
 * @param history migrations replayed before them
 * @param historyNotUnderstood statements of those that could not be read
 */
public record Counts(int migrations, int statements, int notUnderstood, int history, int historyNotUnderstood) {
    /** Nothing at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                migrations + other.migrations,
                statements + other.statements,
                notUnderstood + other.notUnderstood,
                history + other.history,
                historyNotUnderstood + other.historyNotUnderstood);
    }
}
