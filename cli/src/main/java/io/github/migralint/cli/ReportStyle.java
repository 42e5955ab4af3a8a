package io.github.migralint.cli;

import io.github.migralint.cli.console.Terminal;
import io.github.migralint.cli.console.Verbosity;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a report is to look.
 *
 * @param terminal what can be shown where it goes
 * @param verbosity how much is said
 * @param suppressed whether what is suppressed is told as well
 * @param category which of several reports of one commit it is, where that is said
 * @param elapsed the time until now, where somebody waits for the report
 */
record ReportStyle(
        Terminal terminal,
        Verbosity verbosity,
        boolean suppressed,
        Optional<String> category,
        Supplier<Optional<Duration>> elapsed) {
    /** The look of a report that is the only one of its commit. */
    ReportStyle(Terminal terminal, Verbosity verbosity, boolean suppressed, Supplier<Optional<Duration>> elapsed) {
        this(terminal, verbosity, suppressed, Optional.empty(), elapsed);
    }
}
