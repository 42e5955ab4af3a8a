package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The argument types of CREATE AGGREGATE, spelled for comparison: {@code (int, int) (…)} or {@code (BASETYPE = int, …)}. */
final class AggregateArguments {
    private AggregateArguments() {}

    static List<String> of(List<Token> statement) {
        int open = 0;
        while (open < statement.size() && !statement.get(open).isSymbol("(")) {
            open++;
        }
        var arguments = new ArrayList<String>();
        if (open < statement.size()) {
            for (List<Token> item : items(statement.subList(open + 1, Words.closing(statement, open)))) {
                type(item).filter(type -> !type.equals("any")).ifPresent(arguments::add);
            }
        }
        return List.copyOf(arguments);
    }

    /** What stands between commas and before ORDER BY, each with the tokens of its own. */
    private static List<List<Token>> items(List<Token> tokens) {
        var items = new ArrayList<List<Token>>();
        var item = new ArrayList<Token>();
        int depth = 0;
        for (Token token : tokens) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && (token.isSymbol(",") || token.isWord("order"))) {
                items.add(List.copyOf(item));
                item.clear();
            } else {
                item.add(token);
            }
        }
        items.add(List.copyOf(item));
        return items;
    }

    private static Optional<String> type(List<Token> item) {
        List<Token> type = item;
        if (item.size() > 2 && item.get(1).isSymbol("=")) {
            if (!item.get(0).isWord("basetype")) {
                return Optional.empty();
            }
            type = item.subList(2, item.size());
        }
        List<Token> words = type.stream().filter(Words::isName).toList();
        boolean array = type.stream().anyMatch(token -> token.isSymbol("["));
        return words.isEmpty() ? Optional.empty() : Optional.of(spelled(words) + (array ? "[]" : ""));
    }

    /** The last word tells the type: {@code double precision}, {@code s.mood}, {@code value numeric}. */
    private static String spelled(List<Token> words) {
        Token last = words.getLast();
        boolean zoned = last.isWord("zone");
        if (zoned) {
            boolean with = words.stream().anyMatch(word -> word.isWord("with"));
            String base = words.getFirst().isWord("time") ? "time" : "timestamp";
            return with ? base + "tz" : base;
        }
        return last.kind() == TokenKind.WORD ? TypeSpellings.internal(Words.name(last)) : Words.name(last);
    }
}
