package io.github.migralint.triage;

import io.github.migralint.config.ConfiguredIgnore;
import io.github.migralint.config.RuleChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which findings of a project are told.
 *
 * @param rules which rules are on, and how grave their findings are
 * @param ignores what the configuration suppresses
 * @param comments whether comments in the migrations suppress findings
 * @param today the day on which suppressions must still hold; asked only where one ends
 * @param baseline the findings that were accepted, where there are such
 */
public record Policy(
        RuleChoice rules,
        List<ConfiguredIgnore> ignores,
        boolean comments,
        Supplier<LocalDate> today,
        Optional<Baseline> baseline) {
    /** All findings are told but those that comments suppress. */
    public static final Policy DEFAULT =
            new Policy(RuleChoice.EVERYTHING, List.of(), true, LocalDate::now, Optional.empty());

    public Policy {
        ignores = List.copyOf(ignores);
    }
}
