/**
 * What queries read and give, as far as plain names tell: a query as a token run and the relations that are known come in,
 * columns go out. The engines spell names differently, and say so by a {@link Spelling}. Nothing here changes a schema or
 * knows the grammar of an engine.
 */
@NullMarked
package io.github.migralint.dialect.query;

import org.jspecify.annotations.NullMarked;
