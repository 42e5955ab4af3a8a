/**
 * What becomes of findings after the rules: which are told and how grave they are, which somebody suppressed, and their order.
 * What the rules found comes in with what the project says about it, findings told and suppressed go out; no rule is known
 * by name here.
 */
@NullMarked
package io.github.migralint.triage;

import org.jspecify.annotations.NullMarked;
