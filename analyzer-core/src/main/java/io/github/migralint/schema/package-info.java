/**
 * A picture of all database objects at one moment: what replaying the statements of a history gives. It knows names,
 * identities that survive renames, and what is uncertain; it must not know how a dialect fills it.
 */
@NullMarked
package io.github.migralint.schema;

import org.jspecify.annotations.NullMarked;
