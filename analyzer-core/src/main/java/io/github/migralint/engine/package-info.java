/**
 * Which server migrations are meant for, where nobody said it. A project's folder and its migrations come in, an engine
 * with the reason for it goes out, or the name of one that is not known. What an engine makes of a statement is not
 * known here, nor anything of the address of a database but how it begins.
 */
@NullMarked
package io.github.migralint.engine;

import org.jspecify.annotations.NullMarked;
