/**
 * What migrations do while they run, in a form that can be drawn. The steps of a migration come in, a picture of its
 * transactions, locks and work and of what becomes of the schema goes out, of bounded size and without any schema in it;
 * rules, findings and pages are unknown here.
 */
@NullMarked
package io.github.migralint.trace;

import org.jspecify.annotations.NullMarked;
