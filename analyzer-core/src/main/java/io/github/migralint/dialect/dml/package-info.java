/**
 * The inside of statements that change rows, asked for only where a rule must know it. Tokens of one statement come in,
 * facts about its condition and its tables go out; nothing outside knows the parser that is used here.
 */
@NullMarked
package io.github.migralint.dialect.dml;

import org.jspecify.annotations.NullMarked;
