package io.github.migralint.dialect.query;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How an engine spells names in token runs. */
public interface Spelling {
    /** The name that a token spells, without quotes. */
    String name(Token token);

    /** Whether two names mean the same column. */
    boolean same(String one, String other);

    /** A name in the form in which same names are equal. */
    String folded(String name);

    /** The name of an output column that was given none. */
    String nameOfExpression(List<Token> expression);

    /** The qualified name that begins at a token, if one does. */
    default Optional<QualifiedName> nameAt(List<Token> tokens, int start) {
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
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new QualifiedName(
                        parts, parts.getFirst().span().cover(parts.getLast().span())));
    }

    /** Whether a token can be a name. */
    static boolean isName(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }

    /** Whether a token is one of some words, given in lower case. */
    static boolean isOneOf(Token token, Set<String> words) {
        return token.kind() == TokenKind.WORD && words.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** The index of the parenthesis that closes the one at {@code open}, or the last index. */
    static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol("(")) {
                depth++;
            } else if (tokens.get(i).isSymbol(")") && --depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
