/**
 * What a run found, and how it is written. Findings, problems and counts come in, text goes out; a reporter computes
 * nothing about databases.
 */
@NullMarked
package io.github.migralint.report;

import org.jspecify.annotations.NullMarked;
