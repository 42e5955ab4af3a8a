package io.github.migralint.ast;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;

/**
 * A query as a balanced run of tokens, with what can be seen from outside.
 *
 * @param tokens its tokens
 * @param relations the relations it reads, in order of appearance, common table expressions left out
 * @param writes the relations that statements in its WITH clauses change, in order of appearance
 * @param span where it stands
 */
public record Query(List<Token> tokens, List<QualifiedName> relations, List<QualifiedName> writes, Span span)
        implements Node {
    /** A query that changes nothing. */
    public Query(List<Token> tokens, List<QualifiedName> relations, Span span) {
        this(tokens, relations, List.of(), span);
    }

    public Query {
        tokens = List.copyOf(tokens);
        relations = List.copyOf(relations);
        writes = List.copyOf(writes);
    }
}
