/**
 * MySQL and MariaDB: text comes in, statements, schemas and effects go out. One dialect in two flavours, which share grammar,
 * replay and operations; what they do differently is asked of a {@link io.github.migralint.dialect.mysql.Server}. Nothing
 * outside knows a class of this package but the list of dialects.
 */
@NullMarked
package io.github.migralint.dialect.mysql;

import org.jspecify.annotations.NullMarked;
