package io.github.migralint;

import io.github.migralint.framework.MigrationSet;

/**
 * One project of a request, meant for one engine.
 *
 * @param request what is asked of it
 * @param found its migrations, and others that were played before them
 */
record Project(Request request, MigrationSet found) {}
