package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Relations that subqueries of an expression name after FROM and JOIN. */
final class Subqueries {
    private Subqueries() {}

    /**
     * A query or change in parentheses.
     *
     * @param tokens what stands between them
     * @param scalar whether it gives a value rather than a set
     */
    record Part(List<Token> tokens, boolean scalar) {
        /** Whether it changes rows of what it names here. */
        boolean changes(int nameStart) {
            for (int i = 1; i < tokens.size(); i++) {
                if (tokens.get(i).start() == nameStart) {
                    boolean only = tokens.get(i - 1).isWord("only");
                    Token before = tokens.get(only && i > 1 ? i - 2 : i - 1);
                    boolean first = i <= (only ? 3 : 2);
                    return first
                            && (before.isWord("update")
                                    || (before.isWord("from") && tokens.get(0).isWord("delete")));
                }
            }
            return false;
        }
    }

    /** The innermost query in parentheses that holds the position. */
    static Optional<Part> around(List<Token> tokens, int position) {
        Optional<Part> innermost = Optional.empty();
        for (int i = 0; i + 1 < tokens.size() && tokens.get(i).start() < position; i++) {
            boolean opens = tokens.get(i).isSymbol("(") && BEGINNINGS.stream().anyMatch(tokens.get(i + 1)::isWord);
            int close = opens ? Predicates.closing(tokens, i) : -1;
            if (close > 0 && tokens.get(close).start() > position) {
                boolean set = i > 0 && SETS.stream().anyMatch(tokens.get(i - 1)::isWord);
                innermost = Optional.of(new Part(List.copyOf(tokens.subList(i + 1, close)), !set));
            }
        }
        return innermost;
    }

    private static final Set<String> BEGINNINGS = Set.of("select", "with", "delete", "update", "insert");
    private static final Set<String> SETS =
            Set.of("exists", "in", "any", "all", "some", "as", "from", "join", "materialized", "lateral");

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
