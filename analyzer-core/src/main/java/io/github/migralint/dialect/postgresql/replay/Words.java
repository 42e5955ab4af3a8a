package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.postgresql.PostgresqlLexicon;
import io.github.migralint.source.Scanner;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names and strings in token runs. */
final class Words {
    private Words() {}

    /** Whether a token can be a name. */
    static boolean isName(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED_IDENTIFIER;
    }

    /** The name that a token spells, folded unless quoted. */
    static String name(Token token) {
        return token.kind() == TokenKind.QUOTED_IDENTIFIER
                ? unquote(token.text(), '"')
                : token.text().toLowerCase(Locale.ROOT);
    }

    /** The contents of a string literal in single quotes or dollar quotes. */
    static String string(String literal) {
        if (literal.startsWith("$")) {
            int tag = literal.indexOf('$', 1) + 1;
            return tag > 0 && literal.length() >= 2 * tag ? literal.substring(tag, literal.length() - tag) : literal;
        }
        return unquote(literal, '\'');
    }

    private static String unquote(String text, char quote) {
        int open = text.indexOf(quote);
        int close = text.lastIndexOf(quote);
        if (open < 0 || close <= open) {
            return text;
        }
        String doubled = String.valueOf(quote) + quote;
        return text.substring(open + 1, close).replace(doubled, String.valueOf(quote));
    }

    /** A name read from text, as in {@code nextval('shop.orders_id_seq')}. */
    static Optional<QualifiedName> qualifiedName(String text, Span span) {
        var parts = new ArrayList<Identifier>();
        for (Token token : tokens(text)) {
            if (isName(token)) {
                parts.add(new Identifier(name(token), token.kind() == TokenKind.QUOTED_IDENTIFIER, span));
            } else if (!token.isSymbol(".")) {
                return Optional.empty();
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new QualifiedName(parts, span));
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
        Span span = parts.get(0).span().cover(parts.get(parts.size() - 1).span());
        return Optional.of(new QualifiedName(parts, span));
    }

    /** The tokens of a piece of code. */
    static List<Token> tokens(String code) {
        return Scanner.tokens(code, new Span(0, code.length()), PostgresqlLexicon.LEXICON);
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
