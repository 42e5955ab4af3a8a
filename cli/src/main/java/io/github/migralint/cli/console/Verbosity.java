package io.github.migralint.cli.console;

/** How much is told besides the findings. */
public enum Verbosity {
    /** Nothing. */
    QUIET,
    /** What was analyzed and how it ended. */
    NORMAL,
    /** Also why files were chosen, and every statement that was not understood. */
    VERBOSE
}
