package io.github.migralint.dialect.postgresql.plpgsql;

import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;

/** Finds the semicolon that ends a statement of SQL: none inside BEGIN ATOMIC or the actions of a rule. */
public final class StatementEnd {
    private final List<Token> tokens;
    private final int from;
    private final boolean create;
    private final boolean rule;

    private StatementEnd(List<Token> tokens, int from) {
        this.tokens = tokens;
        this.from = from;
        this.create = isWord(0, "create");
        this.rule = create && (isWord(1, "rule") || isWord(3, "rule"));
    }

    private boolean isWord(int ahead, String word) {
        return from + ahead < tokens.size() && tokens.get(from + ahead).isWord(word);
    }

    /** The index of the semicolon that ends the statement at {@code from}; the number of tokens if there is none. */
    public static int after(List<Token> tokens, int from) {
        return new StatementEnd(tokens, from).find();
    }

    private int find() {
        int bodies = 0;
        int brackets = 0;
        int i = from;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            if (token.isSymbol(";") && bodies == 0 && (brackets <= 0 || !rule)) {
                break;
            }
            if (token.isSymbol("(")) {
                brackets++;
            } else if (token.isSymbol(")")) {
                brackets--;
            } else if (create && token.kind() == TokenKind.WORD) {
                bodies += change(i, bodies);
            }
            i++;
        }
        return i;
    }

    private int change(int i, int open) {
        Token word = tokens.get(i);
        boolean body = word.isWord("begin")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).isWord("atomic");
        if (body || (open > 0 && word.isWord("case"))) {
            return 1;
        }
        return open > 0 && word.isWord("end") ? -1 : 0;
    }
}
