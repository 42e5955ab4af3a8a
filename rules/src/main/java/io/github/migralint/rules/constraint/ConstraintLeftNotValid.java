package io.github.migralint.rules.constraint;

import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.Following;
import io.github.migralint.rules.facts.NewConstraint;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.function.Consumer;

/** A constraint that was added NOT VALID and that the history never validates. */
public final class ConstraintLeftNotValid implements Rule {
    /** So many migrations later it is no longer about to be validated: it was forgotten. */
    private static final int FORGOTTEN_AFTER = 5;

    private static final RuleInfo INFO = new RuleInfo(
            "constraint-left-not-valid",
            "A constraint was added NOT VALID and the migrations after it never validate it.",
            Category.CONSTRAINT,
            Risk.MEDIUM,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        long later = Following.laterMigrations(step).limit(FORGOTTEN_AFTER).count();
        if (later < FORGOTTEN_AFTER) {
            return;
        }
        for (NewConstraint added : NewConstraint.of(step)) {
            if (!added.constraint().validated() && added.constraint().enforced()) {
                report.accept(new Suspicion(
                        finding(step, added),
                        end -> Ending.table(end, added.table())
                                .flatMap(added::in)
                                .filter(now -> !now.validated())
                                .isPresent()));
            }
        }
    }

    private static Finding finding(Step step, NewConstraint added) {
        String constraint = added.constraint().name();
        long later = Following.laterMigrations(step).count();
        return Finding.at(step, INFO, added.place())
                .object(added.name() + "." + constraint)
                .label(constraint + " is not validated in the " + later + " migrations since")
                .message("Constraint " + constraint + " of " + added.name()
                        + " holds for rows written since; older rows were never checked, and the planner and"
                        + " SET NOT NULL cannot rely on it.")
                .instead(
                        "in a migration of its own: reads and writes go on meanwhile",
                        "ALTER TABLE " + Sql.name(step, added.name()) + " VALIDATE CONSTRAINT " + step.quote(constraint)
                                + ";")
                .build();
    }
}
