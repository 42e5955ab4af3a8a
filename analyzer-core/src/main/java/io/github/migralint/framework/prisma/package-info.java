/**
 * Prisma: a folder for each migration. Names, clues and text come in, recognition, order and transactions go out;
 * other tools are unknown here.
 */
@NullMarked
package io.github.migralint.framework.prisma;

import org.jspecify.annotations.NullMarked;
