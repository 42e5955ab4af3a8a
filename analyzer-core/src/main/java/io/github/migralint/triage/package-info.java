/**
 * What becomes of findings after the rules: their order, and one of several that say the same. Findings come in and go out;
 * no rule is known by name here.
 */
@NullMarked
package io.github.migralint.triage;

import org.jspecify.annotations.NullMarked;
