package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.dialect.grammar.Folding;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.nio.charset.StandardCharsets;

/** How PostgreSQL spells names: unquoted ones are folded to lower case, letters beyond ASCII excepted. */
public final class Names {
    /** The bytes that the server keeps of a name. */
    private static final int LONGEST = 63;

    private Names() {}

    /** The name that a token spells; a placeholder stands for itself. */
    static Identifier identifier(Token token) {
        return new Identifier(value(token), token.kind() == TokenKind.QUOTED_IDENTIFIER, token.span());
    }

    /** The text of the name that a token spells. */
    public static String value(Token token) {
        return switch (token.kind()) {
            case QUOTED_IDENTIFIER -> clip(Literals.text(token.text()));
            case WORD -> clip(Folding.fold(token.text()));
            default -> token.text();
        };
    }

    /** The server cuts longer names off, between characters. */
    private static String clip(String name) {
        if (name.length() * 3 <= LONGEST) {
            return name;
        }
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
