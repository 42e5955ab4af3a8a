/** Writes a report as SARIF 2.1.0; the only package that knows SARIF. */
@NullMarked
package io.github.migralint.sarif;

import org.jspecify.annotations.NullMarked;
