package io.github.migralint.rules.locking;

import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.ChangeCause;
import java.util.List;
import java.util.function.Consumer;

/** A new column of a domain that has to be checked. */
public final class ConstrainedDomainColumnRewrite implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "constrained-domain-column-rewrite",
            "A new column whose domain has constraints makes the engine write every row anew.",
            Category.LOCKING,
            Risk.CRITICAL,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        for (NewColumnRewrite rewrite : NewColumnRewrite.of(step, ChangeCause.DOMAIN)) {
            report.accept(finding(step, rewrite));
        }
    }

    private static Finding finding(Step step, NewColumnRewrite rewrite) {
        String base = rewrite.baseType(step);
        return rewrite.finding(step, INFO, "the constraints of its domain are checked for every row")
                .instead("now: the type below the domain", rewrite.plainColumn(step, base))
                .instead(
                        "then, in an instant: the check on the table",
                        "ALTER TABLE " + rewrite.target(step) + " ADD CHECK (/* on " + rewrite.quoted(step)
                                + " */) NOT VALID;")
                .note("The rewrite happens with and without a default, and even where the constraint is NOT VALID.")
                .build();
    }
}
