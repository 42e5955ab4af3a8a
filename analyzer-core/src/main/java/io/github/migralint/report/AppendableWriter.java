package io.github.migralint.report;

import java.io.IOException;
import java.io.Writer;

/** Passes what is written on to an {@link Appendable}; closing it closes nothing. */
public final class AppendableWriter extends Writer {
    private final Appendable out;

    public AppendableWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        out.append(new String(characters, offset, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
