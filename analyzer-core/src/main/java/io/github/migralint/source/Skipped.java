package io.github.migralint.source;

/**
 * Text that is no part of a statement for the server: what belongs to a tool, and the marks of a comment that it executes.
 *
 * @param kind whose text it is
 * @param span where it stands
 */
public record Skipped(Kind kind, Span span) implements Lexeme {
    /** The kinds of such text. */
    public enum Kind {
        /** A command of the command-line client, to the end of its line. */
        CLIENT_COMMAND,
        /** A command of the command-line client that sends the statement before it. */
        CLIENT_SEND,
        /** Rows that follow a COPY statement, with the line that ends them. */
        COPY_DATA,
        /** A template action that prints nothing, or one that stands for whole statements. */
        TEMPLATE_ACTION,
        /** A template condition that does not hold for this engine, with the text it switches off. */
        TEMPLATE_BRANCH,
        /** A mark that opens or closes a comment whose inside the server executes. */
        COMMENT_MARK
    }

    /** Whether the statement before it ends here as if by a semicolon. */
    boolean endsStatement() {
        return kind == Kind.CLIENT_SEND;
    }
}
