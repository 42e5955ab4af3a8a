/**
 * sqlx: numbered files, simple or in pairs. Names, clues and text come in, recognition, order and transactions go out;
 * other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.sqlx;

import org.jspecify.annotations.NullMarked;
