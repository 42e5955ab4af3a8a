/**
 * Rules about readers and writers that wait while a migration runs. Steps come in, findings go out; it must not look at what data or running code lose.
 */
@NullMarked
package io.github.migralint.rules.locking;

import org.jspecify.annotations.NullMarked;
