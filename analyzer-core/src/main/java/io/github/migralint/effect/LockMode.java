package io.github.migralint.effect;

/**
 * A lock mode of an engine.
 *
 * @param name the engine's own name: {@code AccessExclusiveLock}
 * @param words the name as its manual writes it: {@code ACCESS EXCLUSIVE}
 * @param strength its place in the order of the engine's modes, the weakest first
 * @param blocking whom it stops on a table
 */
public record LockMode(String name, String words, int strength, Blocking blocking) {}
