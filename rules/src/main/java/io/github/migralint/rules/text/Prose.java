package io.github.migralint.rules.text;

import java.util.List;
import java.util.Locale;

/** Joins words to phrases. */
public final class Prose {
    private Prose() {}

    /** {@code a, b and c}. */
    public static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** A sentence as a clause, without its period; names keep their letters. */
    public static String clause(String sentence) {
        String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean word = bare.length() > 1
                && Character.isLowerCase(bare.charAt(1))
                && bare.chars().skip(1).takeWhile(Character::isLetter).noneMatch(Character::isUpperCase);
        boolean article = bare.startsWith("A ");
        return word || article ? bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1) : bare;
    }
}
