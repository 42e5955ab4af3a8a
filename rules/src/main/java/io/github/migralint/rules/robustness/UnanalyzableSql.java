package io.github.migralint.rules.robustness;

import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Unparsed;
import io.github.migralint.ast.UnreadCode;
import io.github.migralint.dialect.Script;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.History;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Place;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.source.SourceProblem;
import io.github.migralint.source.Span;
import io.github.migralint.source.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A statement cannot be read, or is known only when it runs: what it does nobody has judged. */
public final class UnanalyzableSql implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unanalyzable-sql",
            "A statement cannot be read, so nobody has judged what it does.",
            Category.ROBUSTNESS,
            Risk.HIGH,
            true,
            Engines.ALL);

    /** How far one looks for the first sign of another engine. */
    private static final int LOOKED_AT = 50;

    /** How queries begin that count or look; {@code SELECT} with another function may run anything. */
    private static final Set<String> READS =
            Set.of("SELECT COUNT", "SELECT MAX", "SELECT MIN", "SELECT SUM", "SELECT EXISTS");

    private static final String UNKNOWN_EFFECT =
            "What it does is not judged, and what it may have changed counts as uncertain from here on.";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean judgesRefused() {
        return true;
    }

    @Override
    public boolean judgesBack() {
        return true;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof Unparsed statement) {
            if (!onlyReads(statement) && !isForAnotherEngine(step, statement)) {
                report.accept(finding(step, statement));
            }
        } else if (step.statement() instanceof CreateFunction function) {
            UnreadCode.in(function).forEach(code -> report.accept(inBody(step, code)));
        }
    }

    /** Damage that no statement is about, such as a comment that is never closed, hides all that follows. */
    @Override
    public void finish(History history, Consumer<Finding> report) {
        for (Migration migration : history.migrations()) {
            if (migration.underReview()) {
                migration
                        .scripts()
                        .forEach(script ->
                                outside(script).forEach(damage -> report.accept(finding(history, migration, damage))));
            }
        }
    }

    private static List<SourceProblem> outside(Script script) {
        var outside = new ArrayList<SourceProblem>();
        int next = 0;
        for (SourceProblem problem : script.problems()) {
            int at = problem.span().start();
            while (next < script.statements().size()
                    && script.statements().get(next).span().end() < at) {
                next++;
            }
            if (next == script.statements().size()
                    || script.statements().get(next).span().start() > at) {
                outside.add(problem);
            }
        }
        return outside;
    }

    private static Finding finding(History history, Migration migration, SourceProblem damage) {
        return new Finding(
                INFO.id(),
                Risk.HIGH,
                new Place(migration.text(), damage.span()),
                damage.span(),
                "",
                damage.message(),
                history.engine() + " refuses this file with error "
                        + EngineWords.of(history.engine()).syntaxError() + ": " + damage.message() + ".",
                "",
                "",
                List.of(),
                List.of("What follows is not seen, and not judged."),
                List.of());
    }

    private static Finding finding(Step step, Unparsed statement) {
        if (statement.cause() == Unparsed.Cause.RUN_TIME) {
            boolean back = step.migration().direction() == Direction.DOWN;
            return Finding.at(step, INFO, statement.problemSpan())
                    .risk(back ? Risk.LOW : Risk.MEDIUM)
                    .label(statement.problem())
                    .message("Nobody can judge this command: " + statement.problem() + ".")
                    .note(UNKNOWN_EFFECT)
                    .build();
        }
        Optional<SourceProblem> damage = damage(step, statement.span());
        String problem = damage.map(SourceProblem::message).orElse(statement.problem());
        Span place = damage.map(SourceProblem::span).orElse(statement.problemSpan());
        boolean sure = step.embedding().isEmpty()
                && statement.tokens().stream().noneMatch(token -> token.kind() == TokenKind.PLACEHOLDER);
        var finding = Finding.at(step, INFO, place)
                .risk(sure ? Risk.HIGH : Risk.MEDIUM)
                .label(problem)
                .message(
                        sure
                                ? "This is no statement of " + step.engine() + ", which refuses it with error "
                                        + EngineWords.of(step).syntaxError() + ": "
                                        + problem + "."
                                : "This statement cannot be read: " + problem + ".");
        if (!sure && step.embedding().isEmpty()) {
            finding.note("It holds a placeholder, and what stands there when it runs is not known.");
        }
        return finding.note(UNKNOWN_EFFECT).build();
    }

    private static Finding inBody(Step step, UnreadCode code) {
        return Finding.at(step, INFO, code.problemSpan())
                .risk(Risk.MEDIUM)
                .label(code.problem())
                .message("A part of this code cannot be read: " + code.problem() + ".")
                .build();
    }

    /** A command whose fixed beginning says that it is a query: what it reads changes nothing. */
    private static boolean onlyReads(Unparsed statement) {
        return statement.cause() == Unparsed.Cause.RUN_TIME && READS.contains(statement.keywords());
    }

    /** A file for another engine is one mistake, and its first sign tells it. */
    private static boolean isForAnotherEngine(Step step, Unparsed statement) {
        return ForeignSyntax.first(statement.tokens(), step.engine().dialect()).isPresent()
                || firstForeign(step).isPresent();
    }

    /** Where a migration gives another engine away, when most of what cannot be read at its beginning does. */
    static Optional<Statement> firstForeign(Step step) {
        List<Unparsed> unread = step.migration().scripts().stream()
                .flatMap(script -> script.statements().stream())
                .limit(LOOKED_AT)
                .filter(Unparsed.class::isInstance)
                .map(Unparsed.class::cast)
                .toList();
        List<Unparsed> foreign = unread.stream()
                .filter(statement -> ForeignSyntax.first(
                                statement.tokens(), step.engine().dialect())
                        .isPresent())
                .toList();
        return foreign.size() * 2 > unread.size() ? Optional.of(foreign.getFirst()) : Optional.empty();
    }

    /** The first damage of the text inside a statement, which explains why it cannot be read. */
    private static Optional<SourceProblem> damage(Step step, Span statement) {
        if (step.embedding().isPresent()) {
            return Optional.empty();
        }
        return step.migration().scripts().stream()
                .flatMap(script -> firstFrom(script.problems(), statement.start()).stream())
                .filter(problem -> problem.span().start() <= statement.end())
                .findFirst();
    }

    private static Optional<SourceProblem> firstFrom(List<SourceProblem> problems, int start) {
        int from = 0;
        int to = problems.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (problems.get(middle).span().start() < start) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < problems.size() ? Optional.of(problems.get(from)) : Optional.empty();
    }
}
