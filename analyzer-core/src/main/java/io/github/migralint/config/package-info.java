/**
 * What a project says in its {@code migralint.toml}. A path and the catalogue of rules come in, one immutable record goes
 * out, or an error with its place in the file; nothing here knows the command line or how findings come about.
 */
@NullMarked
package io.github.migralint.config;

import org.jspecify.annotations.NullMarked;
