/** Tests of the catalogue: pages, recipes and the project itself. */
@NullMarked
package io.github.migralint.rules;

import org.jspecify.annotations.NullMarked;
