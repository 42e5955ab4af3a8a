package io.github.migralint.dialect.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * A token as the grammar sees it.
 *
 * @param type the type in the grammar
 * @param text its text
 * @param index its place among the tokens of the statement
 */
record GrammarToken(int type, String text, int index) implements Token {
    @Override
    public String getText() {
        return text;
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public int getTokenIndex() {
        return index;
    }

    @Override
    public int getLine() {
        return 0;
    }

    @Override
    public int getCharPositionInLine() {
        return index;
    }

    @Override
    public int getChannel() {
        return DEFAULT_CHANNEL;
    }

    @Override
    public int getStartIndex() {
        return index;
    }

    @Override
    public int getStopIndex() {
        return index;
    }

    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public @Nullable CharStream getInputStream() {
        return null;
    }
}
