package io.github.migralint.dialect.mysql.program;

import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.ProceduralStatement.Block;
import io.github.migralint.ast.ProceduralStatement.Unread;
import io.github.migralint.dialect.procedural.BodyTokens;
import io.github.migralint.dialect.procedural.Refusal;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the body of a stored program or a compound statement, by recursive descent and in time that grows with its length.
 * Nothing is thrown: what cannot be read is an {@link Unread}, and reading goes on behind it.
 */
public final class ProgramParser {
    private ProgramParser() {}

    /**
     * Reads a body: one statement, mostly a block.
     *
     * @param body all its tokens
     * @param names the folded names of its parameters
     */
    public static Block parse(List<Token> body, Span contents, List<String> names, SqlReader sql) {
        var tokens = new BodyTokens(body, contents.end());
        var reading = new Reading(tokens, sql, new Locals(names));
        List<ProceduralStatement> read = new ArrayList<>();
        new StatementParser(reading).statement(read);
        tokens.acceptSymbol(";");
        if (!tokens.atEnd()) {
            Refusal refusal = tokens.expected("the end of the program");
            int from = tokens.index();
            int to = from + tokens.rest();
            read.add(new Unread(tokens.run(from, to), refusal.problem(), refusal.span(), tokens.span(from, to)));
        }
        return read.size() == 1 && read.getFirst() instanceof Block block
                ? block
                : new Block(Optional.empty(), List.of(), read, List.of(), contents);
    }
}
