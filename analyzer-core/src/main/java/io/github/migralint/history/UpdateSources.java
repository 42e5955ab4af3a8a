package io.github.migralint.history;

import io.github.migralint.schema.Column;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The column that an UPDATE copies into another: {@code SET full_name = name}, also inside a call or a cast. */
final class UpdateSources {
    private static final Set<String> ENDS = Set.of("from", "where", "returning", "order", "limit");

    private UpdateSources() {}

    /** The first other column of the table on the right side of the assignment to {@code target}. */
    static Optional<Column> of(List<Token> update, String target, List<Column> columns) {
        int start = assignment(update, target);
        int depth = 0;
        for (int i = start; i < update.size(); i++) {
            Token token = update.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && (token.isSymbol(",") || ENDS.stream().anyMatch(token::isWord))) {
                return Optional.empty();
            }
            Optional<Column> source = columns.stream()
                    .filter(column -> !column.name().equals(target) && isNamed(token, column.name()))
                    .findFirst();
            if (source.isPresent()) {
                return source;
            }
        }
        return Optional.empty();
    }

    /** The index after the equals sign of the assignment, or the end. */
    private static int assignment(List<Token> update, String target) {
        boolean inSet = false;
        for (int i = 1; i + 1 < update.size(); i++) {
            inSet |= update.get(i - 1).isWord("set");
            boolean first = update.get(i - 1).isWord("set") || update.get(i - 1).isSymbol(",");
            if (inSet
                    && first
                    && isNamed(update.get(i), target)
                    && update.get(i + 1).isSymbol("=")) {
                return i + 2;
            }
        }
        return update.size();
    }

    private static boolean isNamed(Token token, String name) {
        if (token.kind() == TokenKind.QUOTED_IDENTIFIER) {
            return token.text().length() == name.length() + 2
                    && token.text().substring(1).startsWith(name);
        }
        return token.kind() == TokenKind.WORD && token.text().equalsIgnoreCase(name);
    }
}
