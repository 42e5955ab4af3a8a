/**
 * Questions about a step that several rules ask. Steps come in, answers with their evidence go out; it must not know how a finding is worded.
 */
@NullMarked
package io.github.migralint.rules.facts;

import org.jspecify.annotations.NullMarked;
