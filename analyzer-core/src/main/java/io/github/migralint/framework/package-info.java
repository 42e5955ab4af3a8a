/**
 * Migration tools: which files they run, in what order, in which direction, in what transaction. Paths and text come in,
 * migrations in order go out; what a statement means is unknown here.
 */
@NullMarked
package io.github.migralint.framework;

import org.jspecify.annotations.NullMarked;
