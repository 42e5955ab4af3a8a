package io.github.migralint.dialect.mysql.program;

import io.github.migralint.ast.Query;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TypeName;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;

/** Reads the SQL inside of a program. */
public interface SqlReader {
    /** A statement; an {@link io.github.migralint.ast.Unparsed} if it is none. */
    Statement statement(List<Token> tokens);

    /** A query, its relations as far as they are known. */
    Query query(List<Token> tokens);

    /** The type that the tokens begin with. */
    Optional<TypeName> type(List<Token> tokens);
}
