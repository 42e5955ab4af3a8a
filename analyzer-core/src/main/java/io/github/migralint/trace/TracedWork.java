package io.github.migralint.trace;

import io.github.migralint.effect.Work;

/**
 * Work on the rows of a relation.
 *
 * @param kind what is done
 * @param relation the relation whose rows they are
 * @param detail why it is read or rewritten, or which index is built; may be empty
 * @param grows whether it takes the longer the more rows clients have put there: not on what is new, emptied or said to
 *     be small
 */
public record TracedWork(Work kind, String relation, String detail, boolean grows) {}
