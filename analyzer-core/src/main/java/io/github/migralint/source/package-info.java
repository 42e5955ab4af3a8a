/**
 * Text with positions: files, spans, tokens and the one scanner that all dialects share. It gets bytes and a path, gives
 * text with a line index and tokens, and must not know any dialect by name.
 */
@NullMarked
package io.github.migralint.source;

import org.jspecify.annotations.NullMarked;
