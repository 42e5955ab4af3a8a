package io.github.migralint.cli.console;

/**
 * What the place where text goes can show.
 *
 * @param colour whether it understands escape sequences for colours
 * @param unicode whether it shows more than ASCII
 * @param interactive whether somebody is looking at it
 * @param width its width in columns
 */
public record Terminal(boolean colour, boolean unicode, boolean interactive, int width) {
    /** The width of text that nobody looks at yet. */
    public static final int USUAL_WIDTH = 80;

    /** A file or a pipe. */
    public static final Terminal NONE = new Terminal(false, true, false, USUAL_WIDTH);
}
