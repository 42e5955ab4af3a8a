package io.github.migralint.rule;

import io.github.migralint.schema.Schema;
import java.util.function.Predicate;

/**
 * A finding about something that a later statement may still mend: a table without a key, a policy that nobody asks. It is
 * told when it is still wrong at the end of its migration, and at the end of the history.
 *
 * @param finding what is wrong if nothing mends it
 * @param holds whether it is wrong in a later schema
 */
public record Suspicion(Finding finding, Predicate<Schema> holds) {}
