package io.github.migralint.rules.security;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.SetRowSecurity;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.facts.DroppedPolicy;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.Following;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Row security is switched off, or something that narrowed it goes. It looks at roles as PostgreSQL writes them. */
public final class RowSecurityWeakened implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "row-security-weakened",
            "Row security is switched off or loses what narrowed it: rows of others become visible.",
            Category.SECURITY,
            Risk.CRITICAL,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        boolean bypass = step.statement() instanceof OtherStatement other
                && other.kind().equals("AlterRoleStmt")
                && other.tokens().stream().anyMatch(token -> token.isWord("bypassrls"))
                && other.tokens().stream().noneMatch(token -> token.isWord("nosuperuser"));
        if (bypass) {
            var role = ((OtherStatement) step.statement()).objects().stream().findFirst();
            String name = role.map(object -> object.name().toString()).orElse("the role");
            report.accept(Finding.at(step, INFO, step.statement().span())
                    .object(name)
                    .label("no policy of any table holds for " + name + " any more")
                    .message("With BYPASSRLS the role " + name + " reads and writes every row of every table it has"
                            + " rights on, whatever the policies say.")
                    .instead(
                            "a policy that says what the role may see",
                            "CREATE POLICY … ON … TO " + step.quote(name) + " USING (…);")
                    .build());
        }
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        if (step.statement() instanceof AlterTable alter && Serving.clients(step, alter.name())) {
            Optional<Table> table = step.before().table(alter.name());
            boolean offAlready =
                    table.filter(t -> t.complete() && !t.rowSecurity()).isPresent();
            if (!offAlready && !Following.dropsTable(step, alter.name())) {
                alter.actions().forEach(action -> switched(step, alter, table, action, report));
            }
        }
        for (DroppedPolicy dropped : DroppedPolicy.of(step)) {
            if (!dropped.permits()) {
                report.accept(new Suspicion(policy(step, dropped), dropped::missed));
            }
        }
    }

    private static void switched(
            Step step, AlterTable alter, Optional<Table> table, AlterAction action, Consumer<Suspicion> report) {
        if (!(action instanceof SetRowSecurity change)) {
            return;
        }
        String name = alter.name().name();
        var finding = Finding.at(step, INFO, change.span()).object(alter.name().toString());
        if (!change.enabled().orElse(true)) {
            finding.label("every row of " + name + " is visible to whoever may read the table")
                    .message(
                            "Without row security the policies of " + name + " have no effect: each role with rights on"
                                    + " the table reads and writes the rows of all others.")
                    .instead(
                            "a policy for who needs more",
                            "CREATE POLICY … ON " + Sql.name(step, alter.name()) + " TO … USING (…);");
            report.accept(new Suspicion(
                    finding.build(),
                    end -> table.isEmpty()
                            || Ending.table(end, table.get())
                                    .filter(now -> !now.rowSecurity())
                                    .isPresent()));
        } else if (!change.forced().orElse(true) && !forcedAgain(step, alter)) {
            finding.label("the owner of " + name + " sees every row again")
                    .message("Without FORCE the policies of " + name
                            + " do not hold for its owner: a service that logs in"
                            + " as the owner reads and writes the rows of all tenants.")
                    .instead(
                            "the service logs in as a role that does not own the table, then",
                            "ALTER TABLE " + Sql.name(step, alter.name()) + " NO FORCE ROW LEVEL SECURITY;");
            report.accept(new Suspicion(
                    finding.build(),
                    end -> table.isEmpty() || Ending.table(end, table.get()).isPresent()));
        }
    }

    private static boolean forcedAgain(Step step, AlterTable alter) {
        return Following.inMigration(step)
                .anyMatch(later -> later instanceof AlterTable other
                        && Names.same(other.name(), alter.name())
                        && other.actions().stream()
                                .anyMatch(action -> action instanceof SetRowSecurity on
                                        && on.forced().orElse(false)));
    }

    private static Finding policy(Step step, DroppedPolicy dropped) {
        boolean known = dropped.policy().isPresent();
        String table = dropped.tableName().name();
        return Finding.at(step, INFO, dropped.place())
                .risk(known ? Risk.CRITICAL : Risk.HIGH)
                .object(dropped.tableName() + "." + dropped.name())
                .label(
                        known
                                ? "rows that " + dropped.name() + " kept back become visible"
                                : "who sees which rows of " + table + " changes")
                .message(
                        known
                                ? "The restrictive policy " + dropped.name() + " of " + table
                                        + " goes and no other takes its place: rows that it kept back become visible."
                                : "The policy " + dropped.name() + " of " + table
                                        + " goes and no other takes its place:"
                                        + " if it is restrictive, rows become visible that it kept back; if not, rows"
                                        + " vanish for those who needed it.")
                .instead(
                        "in the same transaction",
                        "CREATE POLICY " + step.quote(dropped.name()) + " ON " + Sql.name(step, dropped.tableName())
                                + " … USING (…);")
                .build();
    }
}
