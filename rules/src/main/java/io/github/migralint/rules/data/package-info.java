/**
 * Rules about data that are lost or falsified. Steps come in, findings go out; it must not look at locks.
 */
@NullMarked
package io.github.migralint.rules.data;

import org.jspecify.annotations.NullMarked;
