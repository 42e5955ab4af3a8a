/**
 * What statements of MySQL and MariaDB do to a running server: a statement, the schema before it and the version come in,
 * effects go out. Which operations a statement asks for is code; what an operation costs in a version is a row of
 * {@code effects.tsv}. Nothing here changes a schema.
 */
@NullMarked
package io.github.migralint.dialect.mysql.effect;

import org.jspecify.annotations.NullMarked;
