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
 * @param span where it stands
 */
public record Unparsed(
        List<Token> tokens, String keywords, String problem, Span problemSpan, List<QualifiedName> mentions, Span span)
        implements Statement {
    public Unparsed {
        tokens = List.copyOf(tokens);
        mentions = List.copyOf(mentions);
    }
}
