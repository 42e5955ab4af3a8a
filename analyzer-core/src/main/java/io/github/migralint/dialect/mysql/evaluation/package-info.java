/**
 * What expressions and queries of MySQL and MariaDB are worth: their tokens, the schema and variables come in, values go
 * out, as the server would give them or not at all. Queries are understood where they ask the information schema. It
 * knows nothing of statements, nor of what they cost.
 */
@NullMarked
package io.github.migralint.dialect.mysql.evaluation;

import org.jspecify.annotations.NullMarked;
