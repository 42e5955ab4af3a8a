package io.github.migralint.triage;

import io.github.migralint.ast.DoBlock;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Dialect;
import io.github.migralint.dialect.Dialects;
import io.github.migralint.dialect.Engine;
import io.github.migralint.dialect.Script;
import io.github.migralint.dialect.Version;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.source.Comment;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the suppressions that stand in the comments of migrations under review. */
final class InlineSuppressions {
    private final Optional<Dialect> dialect;
    private final Version version;

    private InlineSuppressions(Engine engine) {
        this.dialect = Dialects.named(engine.dialect());
        this.version = engine.version();
    }

    /** All of them, in order. */
    static List<Claim> of(History history) {
        var finder = new InlineSuppressions(history.engine());
        var files = new IdentityHashMap<SourceText, List<Migration>>();
        var order = new ArrayList<SourceText>();
        for (Migration migration : history.migrations()) {
            if (migration.underReview() && migration.text().text().contains(Directive.MARK)) {
                files.computeIfAbsent(migration.text(), text -> {
                            order.add(text);
                            return new ArrayList<>();
                        })
                        .add(migration);
            }
        }
        return order.stream()
                .flatMap(text -> finder.in(text, files.getOrDefault(text, List.of())))
                .toList();
    }

    private Stream<Claim> in(SourceText text, List<Migration> migrations) {
        List<Statement> statements = migrations.stream()
                .flatMap(migration -> migration.statements().stream())
                .toList();
        var targets = new Targets(text, statements);
        boolean judged = migrations.stream().anyMatch(migration -> migration.direction() == Direction.UP);
        return comments(text, migrations, statements)
                .flatMap(comment -> Directive.of(comment).stream())
                .map(directive -> claim(directive, text, targets, judged));
    }

    /** Those of the migrations, of what stands before them in the file, and of the code in their blocks. */
    private Stream<Comment> comments(SourceText text, List<Migration> migrations, List<Statement> statements) {
        List<Script> scripts = migrations.stream()
                .flatMap(migration -> migration.scripts().stream())
                .toList();
        int begin = scripts.stream()
                .mapToInt(InlineSuppressions::begin)
                .min()
                .orElse(text.text().length());
        Stream<Comment> inBlocks = statements.stream()
                .filter(statement ->
                        statement instanceof DoBlock block && block.body().verbatim())
                .flatMap(block -> parsed(text, ((DoBlock) block).body().contents()));
        Stream<Comment> own = scripts.stream().flatMap(script -> script.comments().stream());
        return Stream.concat(Stream.concat(parsed(text, new Span(0, begin)), own), inBlocks);
    }

    private static int begin(Script script) {
        return Stream.of(
                        script.statements().stream().map(Statement::span),
                        script.comments().stream().map(Comment::span),
                        script.skipped().stream().map(skipped -> skipped.span()))
                .flatMap(spans -> spans)
                .mapToInt(Span::start)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private Stream<Comment> parsed(SourceText text, Span part) {
        return text.slice(part).contains(Directive.MARK)
                ? dialect.stream().flatMap(d -> d.parse(text, part, version).comments().stream())
                : Stream.empty();
    }

    private static Claim claim(Directive directive, SourceText text, Targets targets, boolean judged) {
        var place = new Place(text, directive.span());
        var flaws = new ArrayList<>(directive.flaws());
        Optional<Span> target = directive.wholeFile() ? Optional.of(text.span()) : targets.of(directive.span());
        if (target.isEmpty() && flaws.isEmpty()) {
            flaws.add("No statement follows that it could be about.");
        }
        return new Claim(
                place,
                directive.rules(),
                directive.reason(),
                Optional.empty(),
                flaws,
                finding -> finding.place().text() == text
                        && target.filter(span -> isAbout(span, finding)).isPresent(),
                file -> judged && target.isPresent() && file.equals(text.path()));
    }

    private static boolean isAbout(Span target, Finding finding) {
        return target.contains(finding.statement())
                || target.contains(finding.place().span());
    }
}
