package io.github.migralint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What holds for every cut of every text: nothing is lost, nothing is read twice. */
final class CutLaw {
    private CutLaw() {}

    static void check(SourceText source, Span part, Cut cut) {
        var regions = new ArrayList<Span>();
        cut.pieces().forEach(piece -> regions.add(piece.span()));
        cut.skipped().stream().map(Skipped::span).filter(s -> !inside(s, cut)).forEach(regions::add);
        cut.comments().stream().map(Comment::span).filter(s -> !inside(s, cut)).forEach(regions::add);
        regions.sort((a, b) -> Integer.compare(a.start(), b.start()));
        int at = part.start();
        for (Span region : regions) {
            assertThat(region.start()).as("overlap in %s", source.path()).isGreaterThanOrEqualTo(at);
            assertEmpty(source, at, region.start());
            at = region.end();
        }
        assertEmpty(source, at, part.end());
        cut.pieces().forEach(piece -> checkPiece(source, piece));
        cut.comments().forEach(comment -> assertThat(comment.text()).isEqualTo(source.slice(comment.span())));
        cut.problems()
                .forEach(problem -> assertThat(part.contains(problem.span())).isTrue());
    }

    private static boolean inside(Span span, Cut cut) {
        List<StatementPiece> pieces = cut.pieces();
        int low = 0;
        int high = pieces.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).span().end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < pieces.size() && pieces.get(low).span().contains(span);
    }

    private static void assertEmpty(SourceText source, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = source.text().charAt(i);
            if (c != ';' && !Characters.isBlank(c)) {
                throw new AssertionError(source.path() + " " + source.position(i) + " belongs to nothing: "
                        + source.line(source.position(i).line()));
            }
        }
    }

    private static void checkPiece(SourceText source, StatementPiece piece) {
        List<Token> tokens = piece.tokens();
        if (piece.span().start() != tokens.get(0).start()
                || piece.span().end() != tokens.get(tokens.size() - 1).end()) {
            throw new AssertionError(source.path() + ": span and tokens differ at " + piece.span());
        }
        int at = piece.span().start();
        for (Token token : tokens) {
            if (token.start() < at || !source.text().startsWith(token.text(), token.start())) {
                throw new AssertionError(source.path() + ": " + token);
            }
            at = token.end();
        }
    }
}
