package io.github.migralint.triage;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;

/**
 * A finding that is not told because somebody said so.
 *
 * @param finding the finding
 * @param reason why; may be empty
 * @param by where that is written
 */
public record Suppressed(Finding finding, String reason, Place by) {}
