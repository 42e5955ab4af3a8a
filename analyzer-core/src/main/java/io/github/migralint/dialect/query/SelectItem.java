package io.github.migralint.dialect.query;

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
public record SelectItem(String name, Optional<QualifiedName> columnName) {
    private static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "is", "in", "like", "ilike", "then", "else", "when", "case", "distinct", "at");
    private static final Set<String> NO_ALIAS = Set.of("end", "null", "true", "false", "zone", "precision", "varying");

    /** Reads an item. */
    public static SelectItem of(List<Token> item, Spelling spelling) {
        int size = item.size();
        Token last = item.get(size - 1);
        boolean as = size >= 3 && Spelling.isName(last) && item.get(size - 2).isWord("as");
        if (as) {
            return new SelectItem(spelling.name(last), column(item.subList(0, size - 2), spelling));
        }
        if (size >= 2 && endsWithAlias(item)) {
            return new SelectItem(spelling.name(last), column(item.subList(0, size - 1), spelling));
        }
        return new SelectItem(spelling.nameOfExpression(item), column(item, spelling));
    }

    private static boolean endsWithAlias(List<Token> item) {
        Token last = item.get(item.size() - 1);
        Token previous = item.get(item.size() - 2);
        boolean afterName = Spelling.isName(previous)
                && (previous.kind() == TokenKind.QUOTED_IDENTIFIER || !operatorWord(previous));
        boolean afterValue = afterName
                || previous.isSymbol(")")
                || previous.isSymbol("]")
                || previous.kind() == TokenKind.STRING
                || previous.kind() == TokenKind.NUMBER;
        boolean name = last.kind() == TokenKind.QUOTED_IDENTIFIER
                || (last.kind() == TokenKind.WORD && !Spelling.isOneOf(last, NO_ALIAS));
        return afterValue && name;
    }

    private static boolean operatorWord(Token token) {
        return Spelling.isOneOf(token, OPERATORS);
    }

    private static Optional<QualifiedName> column(List<Token> tokens, Spelling spelling) {
        return spelling.nameAt(tokens, 0)
                .filter(name -> tokens.size() == 2 * name.parts().size() - 1)
                .filter(name -> Spelling.isName(tokens.get(0)));
    }
}
