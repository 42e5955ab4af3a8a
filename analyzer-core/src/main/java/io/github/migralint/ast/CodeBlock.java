package io.github.migralint.ast;

import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/**
 * Source code inside a statement.
 *
 * @param text the code with quotes and escapes resolved
 * @param contents where the code stands, without its quotes
 * @param verbatim whether {@code contents} in the file is {@code text} character for character
 * @param tokens the tokens of a SQL body (BEGIN ATOMIC, RETURN); empty for a string
 * @param program what the code says, where its language is one that is read
 * @param span where it stands
 */
public record CodeBlock(
        String text,
        Span contents,
        boolean verbatim,
        List<Token> tokens,
        Optional<ProceduralStatement.Block> program,
        Span span)
        implements Node {
    public CodeBlock {
        tokens = List.copyOf(tokens);
    }

    /** The same code, with what it says. */
    public CodeBlock withProgram(ProceduralStatement.Block read) {
        return new CodeBlock(text, contents, verbatim, tokens, Optional.of(read), span);
    }
}
