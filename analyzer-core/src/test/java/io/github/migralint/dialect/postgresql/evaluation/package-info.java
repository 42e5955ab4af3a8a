@NullMarked
package io.github.migralint.dialect.postgresql.evaluation;

import org.jspecify.annotations.NullMarked;
