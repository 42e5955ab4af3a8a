/**
 * SQL files that no tool is known for: they run in the order in which people count their names. Paths and text come in,
 * migrations in order go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.plain;

import org.jspecify.annotations.NullMarked;
