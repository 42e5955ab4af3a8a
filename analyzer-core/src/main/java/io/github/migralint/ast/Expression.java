package io.github.migralint.ast;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;

/**
 * An expression as a balanced run of tokens; later stages look into it where they must.
 *
 * @param tokens its tokens, at least one
 * @param span where it stands
 */
public record Expression(List<Token> tokens, Span span) implements Node {
    public Expression {
        tokens = List.copyOf(tokens);
    }

    /** Its tokens joined by single blanks: for comparison and messages. */
    public String normalized() {
        var text = new StringBuilder();
        for (Token token : tokens) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(token.text());
        }
        return text.toString();
    }
}
