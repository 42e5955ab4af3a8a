/**
 * What a rule is and what it reports. A step comes in, findings go out; rules know neither dialects nor reports.
 */
@NullMarked
package io.github.migralint.rule;

import org.jspecify.annotations.NullMarked;
