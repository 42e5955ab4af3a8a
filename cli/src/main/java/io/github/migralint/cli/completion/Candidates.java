package io.github.migralint.cli.completion;

import java.util.List;

/** What may stand where a value is expected. */
sealed interface Candidates {
    /**
     * One of these words, or several with commas between them.
     *
     * @param words in the order in which they are offered
     * @param several whether commas are understood
     */
    record Words(List<String> words, boolean several) implements Candidates {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** A file or a folder. */
    record Files() implements Candidates {}

    /** Something that cannot be foreseen. */
    record Anything() implements Candidates {}
}
