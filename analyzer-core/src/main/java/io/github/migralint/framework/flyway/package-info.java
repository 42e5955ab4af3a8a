/**
 * Flyway: versions, repeatables, undo scripts, baselines and callbacks told by file names. Paths and text come in,
 * migrations in order go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.flyway;

import org.jspecify.annotations.NullMarked;
