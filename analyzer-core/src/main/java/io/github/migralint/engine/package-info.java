/**
 * Which server migrations are meant for, where nobody said it. A project's folder and its migrations come in, an engine
 * with the reason for it goes out, or the name of one that is not known. What the engine makes of a statement is unknown
 * here, and so is everything else of addresses of databases but how they begin.
 */
@NullMarked
package io.github.migralint.engine;

import org.jspecify.annotations.NullMarked;
