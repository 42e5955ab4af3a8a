package io.github.migralint.dialect.grammar;

/** Makes capitals small as keywords are compared: letters beyond ASCII stay as they are. */
public final class Folding {
    private Folding() {}

    /** Folds an unquoted word. */
    public static String fold(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (isUpper(word.charAt(i))) {
                return foldFrom(word, i);
            }
        }
        return word;
    }

    private static String foldFrom(String word, int first) {
        char[] letters = word.toCharArray();
        for (int i = first; i < letters.length; i++) {
            if (isUpper(letters[i])) {
                letters[i] = (char) (letters[i] + ('a' - 'A'));
            }
        }
        return new String(letters);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
