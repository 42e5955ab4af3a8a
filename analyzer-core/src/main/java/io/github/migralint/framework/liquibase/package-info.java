/**
 * Liquibase, as far as its changelogs are formatted SQL. Names, clues and text come in, recognition, order and
 * transactions go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.liquibase;

import org.jspecify.annotations.NullMarked;
