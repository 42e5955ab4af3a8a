/**
 * What Migralint says of statements held to real servers. Recorded and live measurements go in; agreement comes out. How a
 * server is started, and how effects are found, is unknown here.
 */
@NullMarked
package io.github.migralint.dialect.mysql.truth;

import org.jspecify.annotations.NullMarked;
