/**
 * Diesel: a folder for each migration, with its way back. Names, clues and text come in, recognition, order and
 * transactions go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.diesel;

import org.jspecify.annotations.NullMarked;
