package io.github.migralint.report;

import java.io.IOException;

/** Writes a report in one format. */
public interface Reporter {
    /** The name of the format as options spell it. */
    String format();

    /**
     * Writes the report.
     *
     * @throws IOException if the destination refuses
     */
    void write(Report report, Appendable out) throws IOException;
}
