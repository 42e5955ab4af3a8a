package io.github.migralint.rules.facts;

import io.github.migralint.ast.Insert;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** What an INSERT puts into one of its columns, as far as its words tell. */
public final class InsertedValues {
    private InsertedValues() {}

    /**
     * Whether an INSERT gives a column numbers of its own: literals of VALUES that are above zero, or a plain column of a
     * query.
     *
     * @param insert the statement
     * @param place the place of the column in its list, from 0
     */
    public static boolean areNumbers(Insert insert, int place) {
        List<Token> tokens = insert.query().tokens();
        String opening = insert.source() == Insert.Source.VALUES ? "values" : "select";
        int start = 0;
        while (start < tokens.size() && !tokens.get(start).isWord(opening)) {
            start++;
        }
        if (start >= tokens.size()) {
            return false;
        }
        List<Token> item = insert.source() == Insert.Source.VALUES
                ? item(tokens, start + 2, place, false)
                : item(tokens, start + 1, place, true);
        return insert.source() == Insert.Source.VALUES ? isNumber(item) : isNumber(item) || isColumn(item);
    }

    /** The tokens of the item at a place of a list with commas between. */
    private static List<Token> item(List<Token> tokens, int from, int place, boolean untilFrom) {
        int depth = 0;
        int at = 0;
        var item = new ArrayList<Token>();
        for (int i = from; i < tokens.size() && depth >= 0 && at <= place; i++) {
            Token token = tokens.get(i);
            if (depth == 0 && untilFrom && token.isWord("from")) {
                break;
            }
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                at++;
            } else if (at == place && depth >= 0) {
                item.add(token);
            }
        }
        return item;
    }

    private static boolean isNumber(List<Token> item) {
        return item.size() == 1
                && item.getFirst().kind() == TokenKind.NUMBER
                && !item.getFirst().text().equals("0");
    }

    /** A column, perhaps with its table: what is copied has its number from elsewhere. */
    private static boolean isColumn(List<Token> item) {
        boolean name = item.size() == 1 || (item.size() == 3 && item.get(1).isSymbol("."));
        return name
                && (item.getLast().kind() == TokenKind.QUOTED_IDENTIFIER
                        || (item.getLast().kind() == TokenKind.WORD
                                && !item.getLast().isWord("default")
                                && !item.getLast().isWord("null")
                                && !item.getLast().isWord("distinct")));
    }
}
