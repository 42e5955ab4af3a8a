package io.github.migralint.ast;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;

/**
 * A statement that could not be read.
 *
 * @param tokens its tokens
 * @param keywords its first keywords in upper case, for messages
 * @param problem what was wrong, in a sentence
 * @param problemSpan where it was wrong
 * @param mentions names that may be objects it touches
 * @param cause why nobody can say what it does
 * @param span where it stands
 */
public record Unparsed(
        List<Token> tokens,
        String keywords,
        String problem,
        Span problemSpan,
        List<QualifiedName> mentions,
        Cause cause,
        Span span)
        implements Statement {
    /** Why a statement could not be read. */
    public enum Cause {
        /** It is not written as the engine wants it. */
        SYNTAX,
        /** It is known only when it runs. */
        RUN_TIME
    }

    public Unparsed {
        tokens = List.copyOf(tokens);
        mentions = List.copyOf(mentions);
    }

    /** A statement that is not written as the engine wants it. */
    public Unparsed(
            List<Token> tokens,
            String keywords,
            String problem,
            Span problemSpan,
            List<QualifiedName> mentions,
            Span span) {
        this(tokens, keywords, problem, problemSpan, mentions, Cause.SYNTAX, span);
    }
}
