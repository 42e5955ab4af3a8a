package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Identifier;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;

/** How MySQL spells names: as they are written. */
final class Names {
    private Names() {}

    /** The name that a token spells; a placeholder stands for itself. */
    static Identifier identifier(Token token) {
        boolean quoted = token.kind() == TokenKind.QUOTED_IDENTIFIER || token.kind() == TokenKind.STRING;
        return new Identifier(quoted ? Literals.text(token.text()) : token.text(), quoted, token.span());
    }
}
