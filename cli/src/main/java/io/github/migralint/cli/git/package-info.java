/**
 * What git knows about files. Folders, a revision or the index come in, changed files and their contents go out; what is in
 * the files, and what is done with them, is unknown here.
 */
@NullMarked
package io.github.migralint.cli.git;

import org.jspecify.annotations.NullMarked;
