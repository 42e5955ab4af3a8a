package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;

/** Column names in conditions, where their place leaves no doubt that they are some. */
final class Names {
    private Names() {}

    /** The first operand of a comparison that is surely meant as a column and is none of the table. */
    static Optional<String> unknownColumn(List<Token> condition, Table table) {
        for (int i = 0; i + 1 < condition.size(); i++) {
            boolean first = i == 0
                    || condition.get(i - 1).isSymbol("(")
                    || condition.get(i - 1).isWord("and");
            boolean call = i > 1 && condition.get(i - 1).isSymbol("(") && Predicates.isName(condition.get(i - 2));
            if (first && !call && isOperand(condition.get(i)) && isComparison(condition.get(i + 1))) {
                String name = Predicates.name(condition.get(i));
                if (table.column(name).isEmpty() && !AlterStep.isSystemColumn(name)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOperand(Token token) {
        return Predicates.isName(token)
                && List.of("true", "false", "null", "not", "current_date", "current_user", "value", "old", "new")
                        .stream()
                        .noneMatch(token::isWord);
    }

    private static boolean isComparison(Token token) {
        return token.kind() == TokenKind.OPERATOR
                && List.of("=", "<", ">", "<=", ">=", "<>", "!=").contains(token.text());
    }
}
