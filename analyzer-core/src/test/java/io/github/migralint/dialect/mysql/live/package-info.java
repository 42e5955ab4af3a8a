/**
 * Real servers of MySQL and MariaDB for tests. A release goes in; a running server comes out, private to this machine and
 * gone with the JVM. What is asked of it, and what Migralint says of it, is unknown here.
 */
@NullMarked
package io.github.migralint.dialect.mysql.live;

import org.jspecify.annotations.NullMarked;
