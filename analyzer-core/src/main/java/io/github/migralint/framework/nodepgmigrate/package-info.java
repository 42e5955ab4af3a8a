/**
 * node-pg-migrate, as far as its migrations are SQL. Names, clues and text come in, recognition, order and
 * transactions go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.nodepgmigrate;

import org.jspecify.annotations.NullMarked;
