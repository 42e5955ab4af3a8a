package io.github.migralint.rules.locking;

import io.github.migralint.ast.OnlineOptions;
import io.github.migralint.ast.Option;
import io.github.migralint.effect.Effect.Fails;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.OnlineChange;
import io.github.migralint.rules.text.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement demands a way of being carried out in which the server cannot do it. */
public final class OnlineOptionUnavailable implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "online-option-unavailable",
                    "The server cannot do the change in the way that ALGORITHM or LOCK demands, and refuses it.",
                    Category.LOCKING,
                    Risk.CRITICAL,
                    true,
                    Engines.MYSQL_AND_MARIADB)
            .replacing("statement-will-fail", "unsupported-syntax");

    /** Unknown or impossible ALGORITHM or LOCK, and the two of them in contradiction. */
    private static final Set<String> ERRORS = Set.of("1800", "1801", "1845", "1846", "1221");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean judgesRefused() {
        return true;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        String demanded = demanded(OnlineChange.options(step.statement()));
        Optional<Fails> failure = step.effects().failure().filter(found -> ERRORS.contains(found.sqlState()));
        if (failure.isEmpty() || demanded.isEmpty()) {
            return;
        }
        report.accept(Refusal.finding(step, INFO, failure.get())
                .because("the statement demands " + demanded + ", and the server is " + step.engine())
                .note("That is what the demand is for: nothing has been locked or copied. Leave it out only where the"
                        + " dearer way is bearable; else divide the statement, or copy the table beside it with gh-ost"
                        + " or pt-online-schema-change.")
                .build());
    }

    private static String demanded(OnlineOptions options) {
        return Stream.of(options.algorithm(), options.lock())
                .flatMap(Optional::stream)
                .map(OnlineOptionUnavailable::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(Option option) {
        return (option.name() + option.value().map(value -> "=" + value).orElse("")).toUpperCase(java.util.Locale.ROOT);
    }
}
