package io.github.migralint.dialect.postgresql;

import io.github.migralint.ast.TypeName;
import io.github.migralint.dialect.grammar.SyntaxProblem;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/** Reads type names that stand inside of expressions. */
public final class WrittenTypes {
    private WrittenTypes() {}

    /** The type that these tokens spell, if they are one type and nothing else. */
    public static Optional<TypeName> read(List<Token> tokens) {
        var statement = new StatementTokens(tokens);
        try {
            return TypeNames.end(statement, 0) == tokens.size()
                    ? Optional.of(TypeNames.read(statement, 0))
                    : Optional.empty();
        } catch (SyntaxProblem problem) {
            return Optional.empty();
        }
    }
}
