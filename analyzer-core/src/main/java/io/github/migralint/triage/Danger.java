package io.github.migralint.triage;

import io.github.migralint.rule.Finding;
import io.github.migralint.source.SourceText;
import io.github.migralint.source.Span;

/**
 * What two findings that say the same have in common.
 *
 * @param rule id of the rule
 * @param text the file
 * @param clause the offending clause
 * @param object the object it is about
 */
record Danger(String rule, SourceText text, Span clause, String object) {
    static Danger of(Finding finding) {
        return new Danger(
                finding.rule(), finding.place().text(), finding.place().span(), finding.object());
    }
}
