package io.github.migralint.rules.robustness;

import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.Statement;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.history.TransactionState;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A concurrent build that fails leaves an index that is of no use, and nothing clears it away before the next try. */
public final class InvalidIndexLeft implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "invalid-index-left",
            "A concurrent build that fails leaves an invalid index, which nothing clears away before the next try.",
            Category.ROBUSTNESS,
            Risk.MEDIUM,
            true,
            List.of("postgresql"));

    private static final int WORDS_OF_CREATE = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof CreateIndex index)
                || !index.concurrently()
                || index.name().isEmpty()
                || !Serving.clients(step, index.table())
                || clearedBefore(step, index.name().get())) {
            return;
        }
        Optional<String> timeout = timeoutOfScript(step);
        if (index.ifNotExists()) {
            report.accept(skipped(step, index, index.name().get()));
        } else if (timeout.isPresent()) {
            report.accept(interrupted(step, index, index.name().get(), timeout.get()));
        } else {
            report.accept(repeated(step, index, index.name().get()));
        }
    }

    /** Whether what an earlier try may have left is dropped before: in this migration, or in the one that goes before. */
    private static boolean clearedBefore(Step step, Identifier name) {
        Stream<Statement> before = step.prospect().migrations().stream()
                .filter(migration -> migration.ordinal() < step.migration().ordinal())
                .filter(migration -> migration.direction() == Direction.UP)
                .reduce((first, second) -> second)
                .map(Migration::statements)
                .orElse(List.of())
                .stream();
        return Stream.concat(earlier(step), before).anyMatch(statement -> clears(statement, name));
    }

    private static boolean clears(Statement statement, Identifier name) {
        return statement instanceof DropObject drop
                && drop.kind() == ObjectKind.INDEX
                && drop.ifExists()
                && drop.objects().stream()
                        .anyMatch(object -> object.name().name().equals(name.value()));
    }

    /** The timeout that the script itself set, which ends the build when somebody else's transaction is long. */
    private static Optional<String> timeoutOfScript(Step step) {
        return Stream.of(TransactionState.LOCK_TIMEOUT, TransactionState.STATEMENT_TIMEOUT)
                .filter(setting -> step.transaction()
                        .timeout(setting)
                        .filter(Duration::isPositive)
                        .isPresent())
                .filter(setting -> earlier(step)
                        .anyMatch(statement -> statement instanceof SetVariable set
                                && set.name().equals(setting)))
                .findFirst();
    }

    private static Stream<Statement> earlier(Step step) {
        return step.migration().statements().stream()
                .filter(statement ->
                        statement.span().start() < step.statement().span().start());
    }

    private static Finding skipped(Step step, CreateIndex index, Identifier name) {
        return start(step, index, name)
                .label("skips the invalid " + name.value() + " that a failed try left")
                .message(
                        "If building " + name.value() + " fails once, an invalid index of that name stays; the next try"
                                + " skips it because of IF NOT EXISTS, and the migration counts as done without an index.")
                .because("IF NOT EXISTS asks for the name alone, not whether the index is valid")
                .build();
    }

    private static Finding interrupted(Step step, CreateIndex index, Identifier name, String setting) {
        return start(step, index, name)
                .label(setting + " may end the build and leave " + name.value() + " invalid")
                .message("The " + setting + " of this script also bounds the wait of the concurrent build for older"
                        + " transactions; when it strikes, an invalid index " + name.value() + " stays.")
                .because("a concurrent build waits for every transaction that is older than itself; it stops nobody"
                        + " meanwhile")
                .instead("before the build", "SET " + setting + " = 0;")
                .build();
    }

    private static Finding repeated(Step step, CreateIndex index, Identifier name) {
        return start(step, index, name)
                .risk(Risk.LOW)
                .label("a failed try leaves " + name.value() + " invalid, and the next one fails with 42P07")
                .message("If building " + name.value() + " fails, an invalid index of that name stays, and the next try"
                        + " fails until somebody drops it by hand.")
                .build();
    }

    private static Finding.Builder start(Step step, CreateIndex index, Identifier name) {
        int words = WORDS_OF_CREATE + (index.unique() ? 1 : 0);
        return Finding.at(step, INFO, Clause.words(step, index.span(), words))
                .object(index.table() + "." + name.value())
                .instead(
                        "before it, " + Runner.alone(step),
                        "DROP INDEX CONCURRENTLY IF EXISTS " + Sql.beside(step, index.table(), name.value()) + ";");
    }
}
