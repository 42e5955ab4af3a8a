package io.github.migralint.schema;

import java.util.Optional;

/**
 * The identity property of a column.
 *
 * @param always whether values are always generated
 * @param sequence its sequence
 */
public record Identity(boolean always, Optional<ObjectId> sequence) {}
