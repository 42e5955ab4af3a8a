package io.github.migralint.triage;

import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.ProceduralStatement;
import io.github.migralint.ast.Statement;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells which statement of a file a comment is about. */
final class Targets {
    private final SourceText text;
    private final List<Statement> statements;

    /** The targets in a file with these statements. */
    Targets(SourceText text, List<Statement> statements) {
        this.text = text;
        this.statements = statements.stream()
                .sorted(Comparator.comparingInt(statement -> statement.span().start()))
                .toList();
    }

    /** The statement around a comment, before it on its line, or after it; inside a DO block one of the block. */
    Optional<Span> of(Span comment) {
        Optional<Statement> around = statements.stream()
                .filter(statement -> statement.span().contains(comment))
                .findFirst();
        if (around.isEmpty()) {
            return beside(comment, statements.stream().map(Statement::span).toList());
        }
        return around.get() instanceof DoBlock block && block.body().contents().contains(comment)
                ? inside(block, comment)
                : around.map(Statement::span);
    }

    private Optional<Span> inside(DoBlock block, Span comment) {
        if (block.body().program().isEmpty() || !block.body().verbatim()) {
            return Optional.of(block.span());
        }
        var all = new ArrayList<ProceduralStatement>();
        block.body().program().get().children().forEach(child -> collect(child, all));
        Optional<Span> leaf = all.stream()
                .filter(statement -> statement.children().isEmpty())
                .map(ProceduralStatement::span)
                .filter(span -> span.contains(comment))
                .findFirst();
        return leaf.or(() ->
                beside(comment, all.stream().map(ProceduralStatement::span).toList()));
    }

    private static void collect(ProceduralStatement statement, List<ProceduralStatement> into) {
        into.add(statement);
        statement.children().forEach(child -> collect(child, into));
    }

    /** The last that ends before the comment on its line, or else the first and widest after it. */
    private Optional<Span> beside(Span comment, List<Span> spans) {
        int line = text.position(comment.start()).line();
        return spans.stream()
                .filter(span -> span.end() <= comment.start() && span.length() > 0)
                .filter(span -> text.position(span.end() - 1).line() == line)
                .max(Comparator.comparingInt(Span::start))
                .or(() -> spans.stream()
                        .filter(span -> span.start() >= comment.end())
                        .min(Comparator.comparingInt(Span::start).thenComparingInt(span -> -span.length())));
    }
}
