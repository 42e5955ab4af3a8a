package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.CreateView;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a view shows of the table that it stands for. */
final class ViewColumns {
    private ViewColumns() {}

    /** Whether a view selects all, or names every column of a table; one of which nothing is known lacks none. */
    static boolean shows(CreateView view, Optional<Table> table) {
        return selectsAll(view.query().tokens())
                || table.stream()
                        .flatMap(known -> known.columns().stream())
                        .map(Column::name)
                        .allMatch(name -> names(view, name));
    }

    private static boolean selectsAll(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            if (tokens.get(i).text().equals("*")
                    && (before.isWord("SELECT") || before.isSymbol(".") || before.isSymbol(","))) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(CreateView view, String column) {
        return Stream.concat(
                        view.columns().stream().map(name -> name.value()),
                        view.query().tokens().stream().flatMap(token -> named(token)))
                .anyMatch(column::equals);
    }

    private static Stream<String> named(Token token) {
        if (token.kind() == TokenKind.WORD) {
            return Stream.of(token.text().toLowerCase(java.util.Locale.ROOT));
        }
        return token.kind() == TokenKind.QUOTED_IDENTIFIER
                ? Stream.of(token.text().substring(1, token.text().length() - 1).replace("\"\"", "\""))
                : Stream.empty();
    }
}
