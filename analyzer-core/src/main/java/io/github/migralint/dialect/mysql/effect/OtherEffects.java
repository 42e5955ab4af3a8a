package io.github.migralint.dialect.mysql.effect;

import io.github.migralint.ast.OtherStatement;
import io.github.migralint.source.Token;
import java.util.Locale;
import java.util.Set;

/**
 * Statements about which only this is asked: whether they commit.
 *
 * @param acts where their effects go
 */
record OtherEffects(Acts acts) {
    private static final Set<String> COMMITTING = Set.of(
            "create", "alter", "drop", "rename", "grant", "revoke", "flush", "install", "uninstall", "import", "reset");

    void add(OtherStatement statement) {
        String first = statement.tokens().stream()
                .findFirst()
                .map(Token::text)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse("");
        if (COMMITTING.contains(first)) {
            acts.commit();
        }
    }
}
