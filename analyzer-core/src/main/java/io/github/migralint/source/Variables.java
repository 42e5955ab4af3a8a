package io.github.migralint.source;

/** Finds where a variable ends that begins with an at sign. */
final class Variables {
    private Variables() {}

    /** Where the name of the variable begins whose first mark stands at an offset. */
    static int nameStart(String text, int at, int end) {
        return at + 1 < end && text.charAt(at + 1) == '@' ? at + 2 : at + 1;
    }

    /** The end of a name without quotes, its periods included. */
    static int nameEnd(String text, int from, int end, Delimiter delimiter, Lexicon lexicon) {
        int i = from;
        while (i < end && isPart(text.charAt(i)) && !delimiter.cutsWordAt(i, lexicon)) {
            i++;
        }
        return i;
    }

    private static boolean isPart(char c) {
        return Characters.isWordPart(c) || c == '.';
    }
}
