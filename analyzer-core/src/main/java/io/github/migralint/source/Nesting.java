package io.github.migralint.source;

import io.github.migralint.source.Lexicon.Feature;
import java.util.Locale;
import java.util.Set;

/** What the tokens of one statement have opened and not yet closed. */
final class Nesting {
    /** What may begin a statement inside the body of a rule or of a routine. */
    private static final Set<String> EMBEDDABLE = Set.of(
            "select", "insert", "update", "delete", "merge", "values", "with", "table", "notify", "return", "end");

    private Blocks blocks = new Blocks();
    private int words;
    private boolean create;
    private boolean rule;
    private boolean afterBegin;
    private int parentheses;
    private int bodies;

    void add(Token token, Lexicon lexicon) {
        if (lexicon.has(Feature.COMPOUND_STATEMENTS)) {
            blocks.add(token);
        }
        if (token.isSymbol("(")) {
            parentheses++;
        } else if (token.isSymbol(")")) {
            parentheses = Math.max(0, parentheses - 1);
        }
        boolean begin = token.isWord("begin");
        if (token.kind() == TokenKind.WORD) {
            addWord(token, lexicon);
        }
        afterBegin = begin;
    }

    private void addWord(Token word, Lexicon lexicon) {
        words++;
        if (words == 1) {
            create = word.isWord("create");
        }
        if (!create) {
            return;
        }
        // CREATE RULE or CREATE OR REPLACE RULE
        rule |= (words == 2 || words == 4) && word.isWord("rule") && lexicon.has(Feature.RULE_BODIES);
        if (afterBegin && word.isWord("atomic") && lexicon.has(Feature.ATOMIC_BODIES)) {
            bodies++;
        } else if (bodies > 0 && word.isWord("case")) {
            bodies++;
        } else if (bodies > 0 && word.isWord("end")) {
            bodies--;
        }
    }

    /** Whether a semicolon here separates statements inside the statement. */
    boolean holdsStatements() {
        return bodies > 0 || (rule && parentheses > 0) || isCompound();
    }

    /** Whether it is inside a block that may hold any statement. */
    boolean isCompound() {
        return blocks.holdStatements();
    }

    /** Whether a token may stand after a semicolon inside the statement. */
    boolean mayGoOnWith(Token token) {
        return token.kind() != TokenKind.WORD
                || isCompound()
                || EMBEDDABLE.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** Whether a parenthesis is open. */
    boolean isOpen() {
        return parentheses > 0;
    }

    void reset() {
        words = 0;
        create = false;
        rule = false;
        afterBegin = false;
        parentheses = 0;
        bodies = 0;
        blocks = new Blocks();
    }
}
