/**
 * The catalogue of rules: one class, one page and one line each. Steps come in, findings with the safe way go out; it
 * must not know dialects, migration tools or reports.
 */
@NullMarked
package io.github.migralint.rules;

import org.jspecify.annotations.NullMarked;
