package io.github.migralint.rules.security;

import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.function.Consumer;

/** A policy that nobody asks, because row security of its table is off. */
public final class PolicyWithoutRowSecurity implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "policy-without-row-security",
            "A policy is made for a table whose row security is off: it has no effect.",
            Category.SECURITY,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Only the first policy of a table is told: one switch mends them all. */
    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        if (!(step.statement() instanceof CreatePolicy policy)) {
            return;
        }
        step.before()
                .table(policy.table())
                .filter(table -> table.complete() && table.policies().isEmpty())
                .ifPresent(table -> report.accept(new Suspicion(
                        finding(step, policy),
                        end -> Ending.table(end, table)
                                .filter(now ->
                                        !now.rowSecurity() && !now.policies().isEmpty())
                                .filter(Table::complete)
                                .isPresent())));
    }

    private static Finding finding(Step step, CreatePolicy policy) {
        String table = policy.table().name();
        Span head = new Span(policy.span().start(), policy.table().span().end());
        return Finding.at(step, INFO, head)
                .object(policy.table() + "." + policy.name().value())
                .label("row security of " + table + " is off: the policy has no effect")
                .message("Policy " + policy.name().value() + " of " + table
                        + " is never asked, because row security of the table is off: every role with rights on it still"
                        + " sees all rows.")
                .instead(
                        "in the same transaction, once every role has its policy",
                        "ALTER TABLE " + Sql.name(step, policy.table()) + " ENABLE ROW LEVEL SECURITY;")
                .build();
    }
}
