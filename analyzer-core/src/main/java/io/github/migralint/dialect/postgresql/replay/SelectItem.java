package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One item of a select list.
 *
 * @param name the name of the output column
 * @param columnName the column that it is, if it is nothing more
 */
record SelectItem(String name, Optional<QualifiedName> columnName) {
    private static final Set<String> NO_ALIAS = Set.of("end", "null", "true", "false", "zone", "precision", "varying");

    static SelectItem of(List<Token> item) {
        int size = item.size();
        Token last = item.get(size - 1);
        boolean as = size >= 3 && Words.isName(last) && item.get(size - 2).isWord("as");
        if (as) {
            return new SelectItem(Words.name(last), column(item.subList(0, size - 2)));
        }
        if (size >= 2 && endsWithAlias(item)) {
            return new SelectItem(Words.name(last), column(item.subList(0, size - 1)));
        }
        return new SelectItem(ExpressionName.of(item).orElse("?column?"), column(item));
    }

    private static boolean endsWithAlias(List<Token> item) {
        Token last = item.get(item.size() - 1);
        Token previous = item.get(item.size() - 2);
        boolean afterName =
                Words.isName(previous) && (previous.kind() == TokenKind.QUOTED_IDENTIFIER || !operatorWord(previous));
        boolean afterValue = afterName
                || previous.isSymbol(")")
                || previous.isSymbol("]")
                || previous.kind() == TokenKind.STRING
                || previous.kind() == TokenKind.NUMBER;
        boolean name = last.kind() == TokenKind.QUOTED_IDENTIFIER
                || (last.kind() == TokenKind.WORD && !NO_ALIAS.contains(Words.name(last)));
        return afterValue && name;
    }

    private static boolean operatorWord(Token token) {
        return Set.of("and", "or", "not", "is", "in", "like", "ilike", "then", "else", "when", "case", "distinct", "at")
                .contains(Words.name(token));
    }

    private static Optional<QualifiedName> column(List<Token> tokens) {
        return Words.nameAt(tokens, 0)
                .filter(name -> tokens.size() == 2 * name.parts().size() - 1)
                .filter(name -> Words.isName(tokens.get(0)));
    }
}
