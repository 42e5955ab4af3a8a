package io.github.migralint.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments whose inside a server runs: {@code /*!} or the like, the number of the version from which it runs, if any.
 *
 * @param marks the marks that such a comment may begin with
 */
public record ExecutableComments(List<Mark> marks) {
    /** No comment is run. */
    public static final ExecutableComments NONE = new ExecutableComments(List.of());

    public ExecutableComments {
        marks = List.copyOf(marks);
    }

    /**
     * How such a comment begins.
     *
     * @param opening its first characters
     * @param fewestDigits how many digits the number has at least; fewer belong to the inside
     * @param mostDigits how many digits it has at most; more belong to the inside
     * @param numbers the version numbers with which it is run; without a number it always is
     */
    public record Mark(String opening, int fewestDigits, int mostDigits, List<Range> numbers) {
        public Mark {
            numbers = List.copyOf(numbers);
        }

        private int numberEnd(String text, int from, int end) {
            int i = from;
            while (i < end && i - from < mostDigits && Characters.isDigit(text.charAt(i))) {
                i++;
            }
            return i - from < fewestDigits ? from : i;
        }

        private boolean runs(int number) {
            return numbers.stream().anyMatch(range -> range.first() <= number && number <= range.last());
        }
    }

    /**
     * Version numbers.
     *
     * @param first the smallest
     * @param last the largest
     */
    public record Range(int first, int last) {}

    /** What stands at an offset. */
    enum Role {
        /** No mark of such a comment. */
        NONE,
        /** One that the server runs. */
        RUN,
        /** One that is meant for other servers. */
        OTHER
    }

    /** What the server makes of the comment that opens at an offset. */
    Role roleAt(String text, int at, int end) {
        Mark mark = markAt(text, at, end);
        if (mark == null) {
            return Role.NONE;
        }
        int from = at + mark.opening().length();
        int to = mark.numberEnd(text, from, end);
        return to == from || mark.runs(Integer.parseInt(text.substring(from, to))) ? Role.RUN : Role.OTHER;
    }

    /** Where the inside of the comment begins that opens at an offset. */
    int insideOf(String text, int at, int end) {
        Mark mark = markAt(text, at, end);
        return mark == null ? at : mark.numberEnd(text, at + mark.opening().length(), end);
    }

    private @Nullable Mark markAt(String text, int at, int end) {
        for (Mark mark : marks) {
            if (text.startsWith(mark.opening(), at) && at + mark.opening().length() <= end) {
                return mark;
            }
        }
        return null;
    }
}
