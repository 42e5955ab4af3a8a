package io.github.migralint.source;

/**
 * A place in a file as people and reports write it.
 *
 * @param line counted from 1
 * @param column counted from 1 in UTF-16 units; a tab is one column
 */
public record Position(int line, int column) {}
