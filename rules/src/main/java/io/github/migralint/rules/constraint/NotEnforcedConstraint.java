package io.github.migralint.rules.constraint;

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
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.NewConstraint;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Constraint.Kind;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.Optional;
import java.util.function.Consumer;

/** A constraint that looks like a protection and checks nothing. */
public final class NotEnforcedConstraint implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "not-enforced-constraint",
            "A constraint is declared NOT ENFORCED: it looks like a protection and checks nothing.",
            Category.CONSTRAINT,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        for (NewConstraint added : NewConstraint.of(step)) {
            if (!added.constraint().enforced()) {
                suspect(step, added.name(), added.table(), added.constraint(), added.place(), report);
            }
        }
        if (step.statement() instanceof AlterTable alter) {
            switchedOff(step, alter, report);
        }
    }

    private static void switchedOff(Step step, AlterTable alter, Consumer<Suspicion> report) {
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.AlterConstraint change
                    && !change.enforced().orElse(true)) {
                step.after()
                        .table(alter.name())
                        .ifPresent(table -> table.constraint(change.name().value())
                                .ifPresent(constraint ->
                                        suspect(step, alter.name(), table, constraint, change.span(), report)));
            }
        }
    }

    private static void suspect(
            Step step, QualifiedName name, Table table, Constraint constraint, Span place, Consumer<Suspicion> report) {
        report.accept(new Suspicion(finding(step, name, constraint, place), end -> {
            Optional<Table> now = Ending.table(end, table);
            return now.flatMap(t -> t.constraint(constraint.name()))
                    .filter(c -> !c.enforced())
                    .isPresent();
        }));
    }

    private static Finding finding(Step step, QualifiedName name, Constraint constraint, Span place) {
        String target = "ALTER TABLE " + Sql.name(step, name);
        String quoted = step.quote(constraint.name());
        var finding = Finding.at(step, INFO, place)
                .object(name + "." + constraint.name())
                .label(constraint.name() + " checks neither old rows nor new ones")
                .message("Constraint " + constraint.name() + " of " + name
                        + " is NOT ENFORCED: it stands in the schema, and every row gets past it.");
        if (!EngineWords.of(step).validatesLater()) {
            return finding.instead(
                            "when every row keeps it, in a window: the table is copied while writers wait",
                            target + " ALTER CHECK " + quoted + " ENFORCED;")
                    .build();
        }
        if (constraint.kind() == Kind.CHECK) {
            return finding.instead(
                            "new rows are checked at once, old ones later: NOT VALID instead of NOT ENFORCED",
                            target + " ADD CONSTRAINT " + quoted + " CHECK (…) NOT VALID;")
                    .instead("in the next transaction", target + " VALIDATE CONSTRAINT " + quoted + ";")
                    .note("A CHECK cannot be enforced later: PostgreSQL 18 refuses ALTER CONSTRAINT … ENFORCED for it"
                            + " (42809).")
                    .build();
        }
        return finding.instead(
                        "new rows are checked at once, old ones later: NOT VALID instead of NOT ENFORCED",
                        target + " ADD CONSTRAINT " + quoted + " FOREIGN KEY (…) REFERENCES … NOT VALID;")
                .instead("in the next transaction", target + " VALIDATE CONSTRAINT " + quoted + ";")
                .note("ALTER CONSTRAINT … ENFORCED later checks every row under ACCESS EXCLUSIVE.")
                .build();
    }
}
