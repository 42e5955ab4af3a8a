/**
 * Replay held to real servers. Files go in; the catalogs of server and replay after each of them are compared as facts, and
 * agreement comes out. How effects and rules judge the files is unknown here, but for what they say must fail.
 */
@NullMarked
package io.github.migralint.dialect.postgresql.catalog;

import org.jspecify.annotations.NullMarked;
