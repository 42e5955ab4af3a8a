/**
 * What Migralint believes of migrations: statements with their places, what each does, and the schema at the end. Trees,
 * effects and a schema come in, records and JSON go out; nothing is judged here, and no dialect is known by name.
 */
@NullMarked
package io.github.migralint.inspection;

import org.jspecify.annotations.NullMarked;
