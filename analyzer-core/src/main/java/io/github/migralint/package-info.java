/**
 * The line itself: from files to findings. A request comes in, a report or a view of what is believed goes out; this is the
 * only package that knows all stages, and it knows neither rules nor formats by name.
 */
@NullMarked
package io.github.migralint;

import org.jspecify.annotations.NullMarked;
