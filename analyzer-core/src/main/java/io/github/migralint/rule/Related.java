package io.github.migralint.rule;

/**
 * Another place that explains a finding.
 *
 * @param file display path
 * @param line from 1
 * @param message what happened there: {@code total was created here}
 */
public record Related(String file, int line, String message) {}
