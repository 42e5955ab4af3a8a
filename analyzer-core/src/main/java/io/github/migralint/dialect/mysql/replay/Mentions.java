package io.github.migralint.dialect.mysql.replay;

import io.github.migralint.schema.Column;
import io.github.migralint.schema.ObjectId;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.LinkedHashSet;
import java.util.List;

/** The columns of its table that an expression names. */
final class Mentions {
    private Mentions() {}

    /** Those of the columns that the tokens name. */
    static List<ObjectId> columns(List<Token> tokens, List<Column> columns) {
        var found = new LinkedHashSet<ObjectId>();
        for (int i = 0; i < tokens.size(); i++) {
            if (mayBeColumn(tokens, i)) {
                String name = Words.name(tokens.get(i));
                columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).forEach(c -> found.add(c.id()));
            }
        }
        return List.copyOf(found);
    }

    private static boolean mayBeColumn(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        if (!Words.isName(token)) {
            return false;
        }
        if (at + 1 < tokens.size()) {
            Token next = tokens.get(at + 1);
            boolean call = next.isSymbol("(") && token.kind() == TokenKind.WORD;
            // A word before a string is its type or its character set: DATE '2020-01-01', _utf8mb4 'x'.
            boolean ofLiteral = next.kind() == TokenKind.STRING && token.kind() == TokenKind.WORD;
            if (call || ofLiteral || next.isSymbol(".")) {
                return false;
            }
        }
        return at == 0 || !tokens.get(at - 1).isWord("as");
    }
}
