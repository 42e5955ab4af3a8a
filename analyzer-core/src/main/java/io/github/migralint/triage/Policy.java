package io.github.migralint.triage;

import io.github.migralint.config.ConfiguredIgnore;
import io.github.migralint.config.RuleChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which findings of a project are told.
 *
 * @param rules which rules are on, and how grave their findings are
 * @param ignores what the configuration suppresses
 * @param comments whether comments in the migrations suppress findings
 * @param today the day on which suppressions must still hold; asked only where one ends
 */
public record Policy(RuleChoice rules, List<ConfiguredIgnore> ignores, boolean comments, Supplier<LocalDate> today) {
    /** All findings are told but those that comments suppress. */
    public static final Policy DEFAULT = new Policy(RuleChoice.EVERYTHING, List.of(), true, LocalDate::now);

    public Policy {
        ignores = List.copyOf(ignores);
    }
}
