package io.github.migralint.rules.locking;

import io.github.migralint.dialect.Version;
import io.github.migralint.effect.Effect;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An index is built concurrently by a server whose concurrent builds may leave rows out. */
public final class ConcurrentIndexCorruption implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "concurrent-index-corruption",
            "PostgreSQL 14.0 to 14.3 may leave rows out of an index that is built concurrently.",
            Category.LOCKING,
            Risk.CRITICAL,
            true,
            List.of("postgresql"));

    private static final int BROKEN_MAJOR = 14;
    private static final int LAST_BROKEN_MINOR = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!broken(step.engine().version())) {
            return;
        }
        Optional<Effect.BuildsIndex> build = step.effects().of(Effect.BuildsIndex.class).stream()
                .filter(Effect.BuildsIndex::concurrent)
                .findFirst();
        build.ifPresent(found -> report.accept(finding(step, found)));
    }

    /** A version without a minor one is taken for the newest of its major. */
    private static boolean broken(Version version) {
        return version.major() == BROKEN_MAJOR && version.minor() > 0 && version.minor() <= LAST_BROKEN_MINOR;
    }

    private static Finding finding(Step step, Effect.BuildsIndex build) {
        Span statement = step.statement().span();
        String name = build.index().name();
        return Finding.at(step, INFO, Clause.words(step, statement, 3))
                .object(name)
                .label(step.engine().label() + " may leave rows out of " + name)
                .message("Building " + name + " concurrently on "
                        + step.engine().label() + " may leave rows out of it, and queries then miss them.")
                .because("concurrent builds of 14.0 to 14.3 lose rows that are updated meanwhile; 14.4 mended it")
                .instead("first: upgrade the server", "-- to 14.4 or newer: a restart, no dump")
                .instead(
                        "to find out whether an index is damaged already",
                        "SELECT bt_index_check('" + name.replace("'", "''") + "', true);  -- extension amcheck")
                .build();
    }
}
