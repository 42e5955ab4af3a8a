package io.github.migralint.dialect.query;

import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outer select list of a query.
 *
 * @param items its items
 * @param from the tokens after FROM, up to the next clause
 */
public record SelectList(List<List<Token>> items, List<Token> from) {
    private static final Set<String> AFTER_FROM = Set.of(
            "where",
            "group",
            "having",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "window",
            "union",
            "intersect",
            "except",
            "with");

    /** The list of a query; none when it has none, as VALUES. */
    public static Optional<SelectList> of(List<Token> query) {
        List<Token> tokens = unwrapped(query);
        if (!tokens.isEmpty() && tokens.get(0).isWord("table")) {
            Token star = new Token(TokenKind.OPERATOR, "*", tokens.get(0).start());
            return Optional.of(new SelectList(List.of(List.of(star)), tokens.subList(1, tokens.size())));
        }
        int select = outer(tokens, 0, Set.of("select"));
        if (select == tokens.size()) {
            return Optional.empty();
        }
        int start = select + 1;
        if (start < tokens.size() && tokens.get(start).isWord("all")) {
            start++;
        } else if (start < tokens.size() && tokens.get(start).isWord("distinct")) {
            start = afterDistinct(tokens, start);
        }
        int end = outer(tokens, start, listEnd());
        int from = end < tokens.size() && tokens.get(end).isWord("into") ? outer(tokens, end, Set.of("from")) : end;
        boolean hasFrom = from < tokens.size() && tokens.get(from).isWord("from");
        int fromEnd = hasFrom ? outer(tokens, from + 1, AFTER_FROM) : from;
        List<List<Token>> items = split(tokens.subList(start, end));
        return items.stream().anyMatch(List::isEmpty)
                ? Optional.empty()
                : Optional.of(new SelectList(items, hasFrom ? tokens.subList(from + 1, fromEnd) : List.of()));
    }

    private static Set<String> listEnd() {
        var words = new java.util.HashSet<>(AFTER_FROM);
        words.add("from");
        words.add("into");
        return words;
    }

    private static List<Token> unwrapped(List<Token> query) {
        List<Token> tokens = query;
        while (tokens.size() > 1 && tokens.get(0).isSymbol("(") && Spelling.closing(tokens, 0) == tokens.size() - 1) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        return tokens;
    }

    private static int afterDistinct(List<Token> tokens, int distinct) {
        boolean on = distinct + 2 < tokens.size()
                && tokens.get(distinct + 1).isWord("on")
                && tokens.get(distinct + 2).isSymbol("(");
        return on ? Spelling.closing(tokens, distinct + 2) + 1 : distinct + 1;
    }

    /** The index of the first of the words that stands outside parentheses, or the end. */
    private static int outer(List<Token> tokens, int start, Set<String> words) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += depthChange(token);
            boolean member = i > 0 && tokens.get(i - 1).isSymbol(".");
            boolean named = i > 0 && tokens.get(i - 1).isWord("as");
            if (depth == 0 && !member && !named && Spelling.isOneOf(token, words)) {
                return i;
            }
        }
        return tokens.size();
    }

    private static int depthChange(Token token) {
        if (token.isSymbol("(") || token.isSymbol("[")) {
            return 1;
        }
        return token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
    }

    private static List<List<Token>> split(List<Token> tokens) {
        var items = new ArrayList<List<Token>>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += depthChange(tokens.get(i));
            if (depth == 0 && tokens.get(i).isSymbol(",")) {
                items.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        items.add(tokens.subList(start, tokens.size()));
        return items;
    }
}
