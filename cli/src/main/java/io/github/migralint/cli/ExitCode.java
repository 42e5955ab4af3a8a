package io.github.migralint.cli;

/** What the command tells the shell. */
final class ExitCode {
    /** No finding reaches the threshold. */
    static final int CLEAN = 0;

    /** A finding reaches the threshold. */
    static final int FINDINGS = 1;

    /** Wrong usage, wrong configuration, a file that is not there. */
    static final int USAGE = 2;

    /** Something in Migralint itself is broken. */
    static final int INTERNAL = 3;

    private ExitCode() {}
}
