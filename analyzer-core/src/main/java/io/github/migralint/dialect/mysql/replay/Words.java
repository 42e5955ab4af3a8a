package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.mysql.MysqlLexicon;
import io.github.migralint.dialect.mysql.Server;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names in token runs. */
final class Words {
    private Words() {}

    /** Whether a token can be a name. */
    static boolean isName(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }

    /** The name that a token spells, as it is written. */
    static String name(Token token) {
        String text = token.text();
        boolean quoted = token.kind() == TokenKind.QUOTED_IDENTIFIER && text.length() > 1;
        if (!quoted) {
            return text;
        }
        String quote = text.substring(0, 1);
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }

    /** The qualified name that begins at a token, if one does. */
    static Optional<QualifiedName> nameAt(List<Token> tokens, int start) {
        var parts = new ArrayList<Identifier>();
        int at = start;
        while (at < tokens.size() && isName(tokens.get(at))) {
            Token token = tokens.get(at);
            parts.add(new Identifier(name(token), token.kind() == TokenKind.QUOTED_IDENTIFIER, token.span()));
            if (at + 1 >= tokens.size() || !tokens.get(at + 1).isSymbol(".")) {
                break;
            }
            at += 2;
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Span span = parts.getFirst().span().cover(parts.getLast().span());
        return Optional.of(new QualifiedName(parts, span));
    }

    /** The tokens of a piece of SQL. */
    static List<Token> tokens(String sql, Server server) {
        return Scanner.tokens(sql, new Span(0, sql.length()), MysqlLexicon.of(server));
    }
}
