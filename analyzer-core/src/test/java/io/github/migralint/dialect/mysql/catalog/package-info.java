/**
 * Holds the replay of MySQL and MariaDB to the catalogs of real servers: the same statements run on both sides, and what
 * {@code information_schema} says afterwards is compared with the replayed schema.
 */
@NullMarked
package io.github.migralint.dialect.mysql.catalog;

import org.jspecify.annotations.NullMarked;
