/**
 * Immutable syntax trees of statements, with a span on every node. Dialects build them; replay, effects and rules read
 * them. Nothing here knows how a tree came to be, and what could not be parsed is a node too.
 */
@NullMarked
package io.github.migralint.ast;

import org.jspecify.annotations.NullMarked;
