package io.github.migralint.dialect.postgresql.replay;

import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Statements whose work is not seen: what they may have touched is no longer sure. */
final class Uncertainty {
    private static final Set<String> HARMLESS = Set.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "WITH",
            "VALUES",
            "COPY",
            "GRANT",
            "REVOKE",
            "COMMENT",
            "SET",
            "RESET",
            "SHOW",
            "VACUUM",
            "ANALYZE",
            "EXPLAIN",
            "LOCK",
            "NOTIFY",
            "LISTEN",
            "REINDEX",
            "CLUSTER",
            "TRUNCATE",
            "BEGIN",
            "COMMIT",
            "START",
            "END");
    private static final Set<String> CHANGES = Set.of("create", "alter", "drop");
    private static final Set<String> BEFORE_NAME = Set.of(
            "table",
            "index",
            "view",
            "sequence",
            "type",
            "domain",
            "schema",
            "function",
            "procedure",
            "trigger",
            "policy",
            "only",
            "exists",
            "concurrently",
            "on",
            "to");
    private final Change change;

    Uncertainty(Change change) {
        this.change = change;
    }

    /** What could not be read makes all that it mentions uncertain, and if it changes the schema, the history too. */
    void unparsed(Unparsed statement) {
        for (QualifiedName name : statement.mentions()) {
            change.schema().markUncertain(name.name());
        }
        String keywords = statement.keywords().toUpperCase(Locale.ROOT);
        String first = keywords.split(" ", 2)[0];
        if (!HARMLESS.contains(first)) {
            change.schema().markIncomplete();
        }
    }

    /** An anonymous block may create, alter and drop what it names after these words. */
    void block(DoBlock block) {
        look(Words.tokens(block.body().text()));
    }

    private void look(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == TokenKind.WORD && CHANGES.contains(Words.name(token))) {
                lookAtChange(tokens, i + 1);
            } else if (token.isWord("execute")) {
                lookAtDynamic(tokens, i + 1);
            }
        }
    }

    private void lookAtChange(List<Token> tokens, int start) {
        for (int i = start; i + 1 < tokens.size() && !tokens.get(i).isSymbol(";"); i++) {
            Token token = tokens.get(i);
            boolean nameFollows = token.kind() == TokenKind.WORD
                    && BEFORE_NAME.contains(Words.name(token))
                    && Words.isName(tokens.get(i + 1))
                    && !isKeyword(tokens.get(i + 1));
            if (nameFollows) {
                Words.nameAt(tokens, i + 1).ifPresent(name -> change.schema().markUncertain(name.name()));
            }
            if (token.isWord("extension")) {
                extension(tokens, i + 1);
            }
            if (token.isSymbol("(")) {
                return;
            }
        }
    }

    /** An extension that may be there brings types, functions and operators of which no history tells. */
    private void extension(List<Token> tokens, int start) {
        int at = start;
        while (at < tokens.size() && List.of("if", "not", "exists").stream().anyMatch(tokens.get(at)::isWord)) {
            at++;
        }
        Words.nameAt(tokens, at).ifPresent(name -> {
            change.schema().addExtension(name.name(), "");
            change.schema().markUncertain(name.name());
        });
    }

    private static boolean isKeyword(Token token) {
        String word = token.text().toLowerCase(Locale.ROOT);
        return token.kind() == TokenKind.WORD
                && (word.equals("if") || word.equals("not") || BEFORE_NAME.contains(word));
    }

    /** A statement put together at run time may change what no one can tell. */
    private void lookAtDynamic(List<Token> tokens, int start) {
        boolean dynamic = false;
        for (int i = start; i < tokens.size() && !tokens.get(i).isSymbol(";"); i++) {
            if (tokens.get(i).kind() == TokenKind.STRING) {
                look(Words.tokens(Words.string(tokens.get(i).text())));
            } else {
                dynamic = true;
            }
        }
        if (dynamic) {
            change.schema().markIncomplete();
        }
    }
}
