package io.github.migralint.dialect.dml;

import io.github.migralint.dialect.dml.DmlFacts.Filter;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The little that can be told of a statement from its tokens alone. */
final class TokenFacts {
    private TokenFacts() {}

    static DmlFacts of(List<Token> statement) {
        return new DmlFacts(filter(statement), List.of(), List.of(), Set.of(), false, false);
    }

    private static Filter filter(List<Token> statement) {
        int depth = 0;
        for (int i = 0; i < statement.size(); i++) {
            Token token = statement.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isWord("where")) {
                return ofCondition(statement.subList(i + 1, end(statement, i + 1)));
            }
        }
        return Filter.ABSENT;
    }

    private static int end(List<Token> statement, int from) {
        int i = from;
        while (i < statement.size() && !statement.get(i).isWord("returning")) {
            i++;
        }
        return i;
    }

    private static Filter ofCondition(List<Token> tokens) {
        List<Token> condition = tokens;
        while (condition.size() > 2
                && condition.getFirst().isSymbol("(")
                && condition.getLast().isSymbol(")")) {
            condition = condition.subList(1, condition.size() - 1);
        }
        if (condition.size() == 1 && condition.getFirst().isWord("true")) {
            return Filter.ALWAYS_TRUE;
        }
        if (condition.size() == 1 && condition.getFirst().isWord("false")) {
            return Filter.NEVER_TRUE;
        }
        boolean same = condition.size() == 3
                && condition.get(1).isSymbol("=")
                && text(condition.getFirst()).equals(text(condition.getLast()));
        return same ? Filter.ALWAYS_TRUE : Filter.CONDITION;
    }

    private static String text(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
