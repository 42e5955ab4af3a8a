/**
 * The Supabase command line: numbered files that only go forward. Names, clues and text come in, recognition, order
 * and transactions go out; other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.supabase;

import org.jspecify.annotations.NullMarked;
