/**
 * Holds the effects of PostgreSQL to what real servers were seen to do. Tables of measured statements come in, agreement
 * goes out; how an effect is derived is no concern here.
 */
@NullMarked
package io.github.migralint.dialect.postgresql.effect;

import org.jspecify.annotations.NullMarked;
