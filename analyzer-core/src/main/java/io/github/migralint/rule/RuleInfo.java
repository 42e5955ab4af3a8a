package io.github.migralint.rule;

import java.util.List;

/**
 * What is known about a rule without running it.
 *
 * @param id its only name, in kebab case: what is wrong
 * @param summary one sentence that ends with a period
 * @param category its family
 * @param risk its usual risk
 * @param onByDefault whether it runs unless switched off
 * @param dialects dialects it speaks about
 */
public record RuleInfo(
        String id, String summary, Category category, Risk risk, boolean onByDefault, List<String> dialects) {
    public RuleInfo {
        dialects = List.copyOf(dialects);
    }
}
