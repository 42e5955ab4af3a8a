/**
 * What a statement does to a running database: locks, work, lost data, broken clients. Dialects compute effects from a
 * statement and the schema before it; rules read them and need no dialect.
 */
@NullMarked
package io.github.migralint.effect;

import org.jspecify.annotations.NullMarked;
