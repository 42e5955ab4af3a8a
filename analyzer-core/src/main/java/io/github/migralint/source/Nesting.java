package io.github.migralint.source;

import io.github.migralint.source.Lexicon.Feature;

/** What the tokens of one statement have opened and not yet closed. */
final class Nesting {
    private int words;
    private boolean create;
    private boolean rule;
    private boolean afterBegin;
    private int parentheses;
    private int bodies;

    void add(Token token, Lexicon lexicon) {
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
        return bodies > 0 || (rule && parentheses > 0);
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
    }
}
