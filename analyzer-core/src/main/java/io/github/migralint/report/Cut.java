package io.github.migralint.report;

/** Shortens text that is longer than anybody reads. */
final class Cut {
    private Cut() {}

    /** A text that is no longer than {@code most} UTF-16 units; an ellipsis stands for what was cut off. */
    static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
