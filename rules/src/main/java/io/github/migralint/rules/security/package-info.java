/**
 * Rules about who may read and write what, and about secrets in files. Steps come in, findings go out; it must not look at locks or rows.
 */
@NullMarked
package io.github.migralint.rules.security;

import org.jspecify.annotations.NullMarked;
