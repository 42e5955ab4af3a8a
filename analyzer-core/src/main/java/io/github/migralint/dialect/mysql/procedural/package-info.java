/**
 * What stored programs and prepared statements of MySQL and MariaDB mean when they run: statements and the schema come in,
 * what they leave in the session and what they run goes out. It must not know what a statement does to tables, nor how
 * SQL is read.
 */
@NullMarked
package io.github.migralint.dialect.mysql.procedural;

import org.jspecify.annotations.NullMarked;
