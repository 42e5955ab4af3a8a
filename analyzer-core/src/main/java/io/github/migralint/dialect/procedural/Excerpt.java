package io.github.migralint.dialect.procedural;

import io.github.migralint.ast.Expression;
import io.github.migralint.source.Token;

/** An expression as a few words of a sentence. */
final class Excerpt {
    private static final int LONGEST = 80;

    private Excerpt() {}

    static String of(Expression expression) {
        var text = new StringBuilder();
        Token last = expression.tokens().getFirst();
        for (Token token : expression.tokens()) {
            // as it was written, with one blank where there were more; what was put together lies anywhere
            if (!text.isEmpty() && token.start() != last.end()) {
                text.append(' ');
            }
            if (text.length() + token.text().length() > LONGEST) {
                return text.append('…').toString();
            }
            text.append(token.text());
            last = token;
        }
        return text.toString();
    }
}
