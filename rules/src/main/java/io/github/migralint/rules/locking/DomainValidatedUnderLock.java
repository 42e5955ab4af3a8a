package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterDomain;
import io.github.migralint.ast.AlterDomain.Action;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A constraint of a domain is checked in every table that uses it, while their writers wait. */
public final class DomainValidatedUnderLock implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "domain-validated-under-lock",
            "A domain constraint reads every table that uses the domain while their writers wait.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    private static final Set<Action> VERIFYING =
            Set.of(Action.ADD_CHECK, Action.ADD_NOT_NULL, Action.SET_NOT_NULL, Action.VALIDATE_CONSTRAINT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterDomain alter)
                || !VERIFYING.contains(alter.action())
                || alter.notValid()) {
            return;
        }
        List<LockedWork> scans = LockedWork.scans(step, alter.span());
        Optional<LockedWork> gravest = LockedWork.gravest(scans);
        if (gravest.isPresent()) {
            report.accept(known(step, alter, scans, gravest.get()));
        } else if (!step.before().complete()
                && step.before().type(alter.name()).found().isEmpty()) {
            report.accept(unknown(step, alter));
        }
    }

    private static Finding known(Step step, AlterDomain alter, List<LockedWork> scans, LockedWork gravest) {
        String tables = String.join(
                ", ", scans.stream().map(work -> work.table().name()).distinct().toList());
        return start(step, alter)
                .risk(alter.action() == Action.VALIDATE_CONSTRAINT ? Risk.MEDIUM : Risk.HIGH)
                .label(Blocked.label(gravest.lock(), tables, Work.SCAN))
                .message(words(alter) + " of the domain " + alter.name() + " is verified for every row of " + tables
                        + " under " + gravest.lock().words() + ".")
                .with(Blocked.during(step, gravest, tables))
                .because(tables + (scans.size() == 1 ? " has" : " have") + " a column of the domain " + alter.name())
                .build();
    }

    private static Finding unknown(Step step, AlterDomain alter) {
        return start(step, alter)
                .risk(Risk.MEDIUM)
                .label("SHARE lock on every table that uses " + alter.name() + " while every row is read")
                .message(words(alter) + " of the domain " + alter.name()
                        + " is verified for every row of each table that uses it, under SHARE.")
                .because("the history does not show which tables use " + alter.name())
                .build();
    }

    private static Finding.Builder start(Step step, AlterDomain alter) {
        var finding = Finding.at(step, INFO, Clause.words(step, alter.span(), 2))
                .object(alter.name().toString());
        if (alter.action() == Action.ADD_CHECK) {
            String check = alter.expression()
                    .map(expression -> Sql.text(step, expression.span()))
                    .orElse("…");
            finding.instead(
                            "for new values, in an instant",
                            "ALTER DOMAIN " + Sql.name(step, alter.name())
                                    + alter.constraint()
                                            .map(name -> " ADD CONSTRAINT " + step.quote(name.value()))
                                            .orElse(" ADD")
                                    + " CHECK (" + check + ") NOT VALID;")
                    .note(
                            "VALIDATE of a domain takes the same lock and reads the same rows: do that in a window, or not"
                                    + " at all once no old value breaks the rule.");
        } else {
            finding.instead(
                    "on each table, where NOT VALID and VALIDATE let writes go on",
                    "-- ALTER TABLE … ADD CONSTRAINT … CHECK (…) NOT VALID, then VALIDATE CONSTRAINT");
        }
        return finding;
    }

    private static String words(AlterDomain alter) {
        return switch (alter.action()) {
            case SET_NOT_NULL, ADD_NOT_NULL -> "NOT NULL";
            default -> alter.constraint().map(name -> "The CHECK " + name).orElse("A CHECK");
        };
    }
}
