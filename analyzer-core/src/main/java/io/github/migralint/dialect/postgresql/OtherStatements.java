package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import java.util.List;
import java.util.Optional;

/** Builds statements about which nothing more is asked than what they are and what they name. */
final class OtherStatements {
    private OtherStatements() {}

    /** A statement of a kind without objects. */
    static OtherStatement of(String kind, StatementTokens tokens) {
        return of(kind, Optional.empty(), List.of(), tokens);
    }

    /** A statement of a kind about objects. */
    static OtherStatement of(
            String kind, Optional<ObjectKind> objectKind, List<ObjectReference> objects, StatementTokens tokens) {
        return new OtherStatement(
                kind, objectKind, objects, tokens.run(0, tokens.count()), tokens.span(0, tokens.count()));
    }
}
