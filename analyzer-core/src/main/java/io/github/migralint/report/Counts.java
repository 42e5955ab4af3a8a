package io.github.migralint.report;

/**
 * What was analyzed.
 *
 * @param migrations migrations under review
 * @param statements their statements
 * @param notUnderstood those that could not be read
 * @param history migrations replayed before them
 */
public record Counts(int migrations, int statements, int notUnderstood, int history) {}
