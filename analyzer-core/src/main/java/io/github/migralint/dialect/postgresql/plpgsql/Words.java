package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.Locale;
import java.util.Set;

/** Which words of a body are names. */
final class Words {
    /** What no variable can be called without quotes. */
    private static final Set<String> RESERVED = Set.of(
            "all", "begin", "by", "case", "declare", "else", "end", "execute", "for", "foreach", "from", "if", "in",
            "into", "loop", "not", "null", "or", "strict", "then", "to", "using", "when", "while");

    private Words() {}

    /** A word in lower case; empty for what is no unquoted word. */
    static String fold(Token token) {
        return token.kind() == TokenKind.WORD ? token.text().toLowerCase(Locale.ROOT) : "";
    }

    /** Whether a token may be the name of a variable or label. */
    static boolean isName(Token token) {
        return switch (token.kind()) {
            case WORD -> !RESERVED.contains(fold(token));
            case QUOTED_IDENTIFIER, PLACEHOLDER -> true;
            default -> false;
        };
    }

    /** Whether a token may follow a dot. */
    static boolean isLabel(Token token) {
        return token.kind() == TokenKind.WORD
                || token.kind() == TokenKind.QUOTED_IDENTIFIER
                || token.kind() == TokenKind.PLACEHOLDER;
    }
}
