package io.github.migralint.dialect.postgresql.procedural;

import io.github.migralint.ast.Statement;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Token;
import java.util.List;

/** Reads statements that stand in values. */
public interface CommandParser {
    /** The statements of a text that was put together; their spans are places there. */
    List<Statement> parse(SourceText text);

    /** The statements in a string literal; their spans are places in the file. */
    List<Statement> at(Token literal);
}
