/**
 * What statements of MySQL and MariaDB make of a schema: a statement and the schema before it come in, the schema after it
 * goes out. Databases are the schemas of this engine. Nothing here knows what a statement costs.
 */
@NullMarked
package io.github.migralint.dialect.mysql.replay;

import org.jspecify.annotations.NullMarked;
