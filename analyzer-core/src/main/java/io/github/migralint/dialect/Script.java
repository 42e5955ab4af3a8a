package io.github.migralint.dialect;

import io.github.migralint.ast.Statement;
import io.github.migralint.source.Comment;
import io.github.migralint.source.Skipped;
import io.github.migralint.source.SourceProblem;
import java.util.List;

/**
 * What reading a part of a file gave.
 *
 * @param statements in order; what could not be read is among them
 * @param comments in order
 * @param skipped what is neither statement nor comment
 * @param problems what is wrong with the text itself
 */
public record Script(
        List<Statement> statements, List<Comment> comments, List<Skipped> skipped, List<SourceProblem> problems) {
    public Script {
        statements = List.copyOf(statements);
        comments = List.copyOf(comments);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }
}
