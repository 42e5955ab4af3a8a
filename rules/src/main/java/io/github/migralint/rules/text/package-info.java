/**
 * The words and the SQL that findings share. Steps and relations come in, sentences and statements with the user's own names go out; it must not decide what is dangerous.
 */
@NullMarked
package io.github.migralint.rules.text;

import org.jspecify.annotations.NullMarked;
