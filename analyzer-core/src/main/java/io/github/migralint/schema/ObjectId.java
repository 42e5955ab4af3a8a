package io.github.migralint.schema;

/**
 * The identity of an object or a column: it survives renames and is never given twice in a history.
 *
 * @param value a number without meaning
 */
public record ObjectId(int value) {}
