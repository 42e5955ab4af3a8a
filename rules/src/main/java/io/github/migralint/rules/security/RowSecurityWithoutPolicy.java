package io.github.migralint.rules.security;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.facts.DroppedPolicy;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.function.Consumer;

/** Row security is on and no policy lets anybody see a row. */
public final class RowSecurityWithoutPolicy implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "row-security-without-policy",
            "Row security is on and no policy lets anybody but the owner see a row.",
            Category.SECURITY,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        if (step.statement() instanceof AlterTable alter) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof AlterAction.SetRowSecurity on
                        && on.enabled().orElse(false)) {
                    suspect(step, alter.name(), on.span(), report);
                }
            }
        }
        for (DroppedPolicy dropped : DroppedPolicy.of(step)) {
            if (dropped.permits()) {
                suspect(step, dropped.tableName(), dropped.place(), report);
            }
        }
    }

    /** Only of a table whose policies the history knows, for it made the table. */
    private static void suspect(Step step, QualifiedName name, Span place, Consumer<Suspicion> report) {
        step.after()
                .table(name)
                .filter(table -> table.complete() && table.rowSecurity())
                .ifPresent(table -> report.accept(new Suspicion(
                        finding(step, name, table, place),
                        end -> Ending.table(end, table)
                                .filter(Table::rowSecurity)
                                .filter(now -> now.policies().stream().noneMatch(Policy::permissive))
                                .isPresent())));
    }

    private static Finding finding(Step step, QualifiedName name, Table table, Span place) {
        boolean serving = Serving.clients(step, table.id());
        return Finding.at(step, INFO, place)
                .risk(serving ? Risk.HIGH : Risk.LOW)
                .object(name.toString())
                .label("nobody but the owner of " + name.name() + " sees a row")
                .message("Row security of " + name.name()
                        + " is on and no policy permits anything: queries of every other"
                        + " role find the table empty, without an error, and their INSERT fails.")
                .instead(
                        "first, or in the same transaction",
                        "CREATE POLICY … ON " + Sql.name(step, name) + " TO … USING (…) WITH CHECK (…);")
                .build();
    }
}
