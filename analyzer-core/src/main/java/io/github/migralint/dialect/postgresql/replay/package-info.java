/**
 * What PostgreSQL's statements do to a schema. A statement and the schema before it come in, the schema after it goes out;
 * locks, work and versions are unknown here.
 */
@NullMarked
package io.github.migralint.dialect.postgresql.replay;

import org.jspecify.annotations.NullMarked;
