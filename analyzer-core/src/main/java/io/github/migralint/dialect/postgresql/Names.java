package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;

/** How PostgreSQL spells names: unquoted ones are folded to lower case, letters beyond ASCII excepted. */
final class Names {
    private Names() {}

    /** Folds an unquoted word. */
    static String fold(String word) {
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

    /** The name that a token spells; a placeholder stands for itself. */
    static Identifier identifier(Token token) {
        return new Identifier(value(token), token.kind() == TokenKind.QUOTED_IDENTIFIER, token.span());
    }

    /** The text of the name that a token spells. */
    static String value(Token token) {
        return switch (token.kind()) {
            case QUOTED_IDENTIFIER -> Literals.text(token.text());
            case WORD -> fold(token.text());
            default -> token.text();
        };
    }
}
