/**
 * Rules about the files themselves: their order, and what people wrote into them for Migralint. Steps, or what came of a
 * suppression, come in and findings go out; what the SQL does is the business of other rules.
 */
@NullMarked
package io.github.migralint.rules.history;

import org.jspecify.annotations.NullMarked;
