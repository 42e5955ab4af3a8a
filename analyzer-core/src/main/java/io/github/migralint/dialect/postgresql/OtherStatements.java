package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import java.util.List;
import java.util.Optional;

/** Builds statements about which nothing more is asked than what they are and what they name. */
final class OtherStatements {
    private OtherStatements() {}

    /** A statement of a kind without objects. */
    static OtherStatement of(String kind, StatementTokens tokens) {
        return of(kind, Optional.empty(), List.of(), tokens);
    }

    /** A statement about the one that begins at this token and ends with it. */
    static OtherStatement about(String kind, StatementTokens tokens, int from) {
        return new OtherStatement(
                kind,
                Optional.empty(),
                List.of(),
                tokens.run(0, tokens.count()),
                inner(tokens, from, tokens.count()),
                tokens.span(0, tokens.count()));
    }

    /** The statement that stands in another. */
    static Optional<Statement> inner(StatementTokens tokens, int from, int to) {
        Statement inner = new PostgresqlStatementParser(tokens.depth()).parse(EmbeddedSql.piece(tokens.run(from, to)));
        return inner instanceof Unparsed ? Optional.empty() : Optional.of(inner);
    }

    /** A statement of a kind about objects. */
    static OtherStatement of(
            String kind, Optional<ObjectKind> objectKind, List<ObjectReference> objects, StatementTokens tokens) {
        return new OtherStatement(
                kind,
                objectKind,
                objects,
                tokens.run(0, tokens.count()),
                Optional.empty(),
                tokens.span(0, tokens.count()));
    }
}
