/**
 * What differs between database engines: reading text, what a statement does to the schema, what it costs in a version.
 * Text and schemas come in, trees and effects go out; nothing outside a dialect's own folder names a class inside it.
 */
@NullMarked
package io.github.migralint.dialect;

import org.jspecify.annotations.NullMarked;
