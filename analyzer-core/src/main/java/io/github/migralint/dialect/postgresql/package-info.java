/**
 * PostgreSQL: its marks, grammar, tree, and what its statements do. Text and schemas come in, trees and effects go out; no
 * class of it is named outside the dialects, and rules, reports and migration tools are unknown here.
 */
@NullMarked
package io.github.migralint.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
