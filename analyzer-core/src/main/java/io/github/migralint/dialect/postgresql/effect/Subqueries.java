package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Relations that subqueries of an expression name after FROM and JOIN. */
final class Subqueries {
    private Subqueries() {}

    static List<QualifiedName> relations(List<Token> tokens) {
        var names = new ArrayList<QualifiedName>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean before = tokens.get(i).isWord("from") || tokens.get(i).isWord("join");
            if (before && Predicates.isName(tokens.get(i + 1))) {
                names.add(nameAt(tokens, i + 1));
            }
        }
        return names;
    }

    private static QualifiedName nameAt(List<Token> tokens, int start) {
        var parts = new ArrayList<Identifier>();
        int at = start;
        parts.add(identifier(tokens.get(at)));
        while (at + 2 < tokens.size() && tokens.get(at + 1).isSymbol(".") && Predicates.isName(tokens.get(at + 2))) {
            at += 2;
            parts.add(identifier(tokens.get(at)));
        }
        return new QualifiedName(
                parts, tokens.get(start).span().cover(tokens.get(at).span()));
    }

    private static Identifier identifier(Token token) {
        return new Identifier(Predicates.name(token), token.kind() == TokenKind.QUOTED_IDENTIFIER, token.span());
    }
}
