/** Tests of the schema. Values built by hand go in; nothing here knows a dialect. */
@NullMarked
package io.github.migralint.schema;

import org.jspecify.annotations.NullMarked;
