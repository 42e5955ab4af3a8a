/**
 * The file in which a project keeps the findings that it has accepted. Paths and bytes come in, a baseline that triage can
 * hold against findings goes out, and the other way round. What findings are, and when an entry is stale, is not known here.
 */
@NullMarked
package io.github.migralint.baseline;

import org.jspecify.annotations.NullMarked;
