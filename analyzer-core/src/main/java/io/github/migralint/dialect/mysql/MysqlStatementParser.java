package io.github.migralint.dialect.mysql;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.source.StatementPiece;
import java.util.List;

/** Reads one statement. What cannot be read becomes an {@link Unparsed}; nothing is thrown. */
final class MysqlStatementParser {
    private final Server server;

    MysqlStatementParser(Server server) {
        this.server = server;
    }

    /** Reads a statement. */
    Statement parse(StatementPiece piece) {
        return new Unparsed(
                piece.tokens(),
                "",
                "statements of " + server.flavor().label() + " are not read yet",
                piece.span(),
                List.of(),
                piece.span());
    }
}
