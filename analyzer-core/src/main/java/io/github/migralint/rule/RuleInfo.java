package io.github.migralint.rule;

import java.util.List;
import java.util.Set;

/**
 * What is known about a rule without running it.
 *
 * @param id its only name, in kebab case: what is wrong
 * @param summary one sentence that ends with a period
 * @param category its family
 * @param risk its usual risk
 * @param onByDefault whether it runs unless switched off
 * @param dialects dialects it speaks about
 * @param standing how its findings live beside those of other rules
 * @param replaces ids of rules whose findings about the same object of the same statement say nothing more beside one of
 *     its own
 */
public record RuleInfo(
        String id,
        String summary,
        Category category,
        Risk risk,
        boolean onByDefault,
        List<String> dialects,
        Standing standing,
        Set<String> replaces) {
    public RuleInfo {
        dialects = List.copyOf(dialects);
        replaces = Set.copyOf(replaces);
    }

    /** A rule whose findings stand on their own. */
    public RuleInfo(
            String id, String summary, Category category, Risk risk, boolean onByDefault, List<String> dialects) {
        this(id, summary, category, risk, onByDefault, dialects, Standing.OWN, Set.of());
    }

    /** The same rule with another standing. */
    public RuleInfo withStanding(Standing other) {
        return new RuleInfo(id, summary, category, risk, onByDefault, dialects, other, replaces);
    }

    /** The same rule, whose findings make those of others needless. */
    public RuleInfo replacing(String... ids) {
        return new RuleInfo(id, summary, category, risk, onByDefault, dialects, standing, Set.of(ids));
    }
}
