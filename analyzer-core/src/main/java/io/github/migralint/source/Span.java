package io.github.migralint.source;

/**
 * A half-open range of a {@link SourceText}.
 *
 * @param start offset of the first UTF-16 unit
 * @param end offset after the last UTF-16 unit
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** The smallest span that holds both. */
    public Span cover(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Whether {@code other} lies inside this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** The number of UTF-16 units. */
    public int length() {
        return end - start;
    }
}
