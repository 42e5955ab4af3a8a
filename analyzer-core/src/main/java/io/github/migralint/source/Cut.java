package io.github.migralint.source;

import java.util.List;

/**
 * A text cut into statements. Every character of the text lies in a piece, a comment or a skipped region, or is a blank
 * or a semicolon.
 *
 * @param pieces the statements, in order
 * @param comments all comments, in order, those inside statements too
 * @param skipped text that no server sees, in order
 * @param problems damage met on the way; it costs the statement it is in, not its neighbours
 */
public record Cut(
        List<StatementPiece> pieces, List<Comment> comments, List<Skipped> skipped, List<SourceProblem> problems) {
    public Cut {
        pieces = List.copyOf(pieces);
        comments = List.copyOf(comments);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }
}
