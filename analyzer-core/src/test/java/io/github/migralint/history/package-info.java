/** Tests of playing histories. SQL goes in; steps, transactions, releases and events come out. */
@NullMarked
package io.github.migralint.history;

import org.jspecify.annotations.NullMarked;
