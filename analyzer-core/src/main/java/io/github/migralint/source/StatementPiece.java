package io.github.migralint.source;

import java.util.List;
import java.util.Optional;

/**
 * One statement as text: what the server gets between two semicolons.
 *
 * @param span from its first to its last token
 * @param tokens at least one; the semicolon that ends it is not among them, those of an embedded body are
 * @param data the rows that follow a COPY statement, without the line that ends them
 */
public record StatementPiece(Span span, List<Token> tokens, Optional<Span> data) {
    public StatementPiece {
        tokens = List.copyOf(tokens);
    }

    static StatementPiece of(List<Token> tokens) {
        return new StatementPiece(
                new Span(tokens.get(0).start(), tokens.get(tokens.size() - 1).end()), tokens, Optional.empty());
    }

    StatementPiece withData(Span rows) {
        return new StatementPiece(span, tokens, Optional.of(rows));
    }
}
