package io.github.migralint.trace;

/**
 * An object other than a table, or what belongs to one, that is not as it was.
 *
 * @param change what became of it
 * @param kind what it is: {@code view}, {@code type}, {@code function}, …
 * @param name its name after, or before when it is gone
 */
public record ObjectDifference(Change change, String kind, String name) {}
