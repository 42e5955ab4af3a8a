package io.github.migralint.rules.robustness;

import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Effect.Fails;
import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.effect.Subject;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.FormerLife;
import io.github.migralint.rules.text.NearNames;
import io.github.migralint.rules.text.Refusal;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A statement uses what the history lacks, lost, or makes only later. */
public final class MissingObject implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "missing-object",
            "The statement uses something that does not exist at this point of the history.",
            Category.ROBUSTNESS,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    private static final String NO_SCHEMA = "3F000";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean judgesRefused() {
        return true;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Optional<Fails> failure = Refusal.of(step, Cause.MISSING);
        if (failure.isEmpty()) {
            return;
        }
        Optional<Subject> subject = failure.get().subject();
        Optional<FormerLife> former = subject.flatMap(missing -> FormerLife.of(step, missing));
        Optional<Origin> later =
                subject.flatMap(missing -> step.prospect().maker(missing, Refusal.table(step, missing)));
        boolean schema = failure.get().sqlState().equals(NO_SCHEMA);
        if (schema && former.isEmpty() && later.isEmpty()) {
            // Tools make schemas too: Flyway the ones of its configuration, a platform its own.
            return;
        }
        var finding = Refusal.finding(step, INFO, failure.get());
        subject.ifPresent(missing -> explain(step, missing, former, later, finding));
        report.accept(finding.build());
    }

    private static void explain(
            Step step, Subject missing, Optional<FormerLife> former, Optional<Origin> later, Finding.Builder finding) {
        String name = missing.name().name();
        if (former.isPresent()) {
            Origin end = former.get().end();
            String fate = name + " " + former.get().how();
            finding.because(Reason.at(fate + " in ", end, fate + " here"));
        } else if (later.isPresent()) {
            finding.because(Reason.at(name + " is made only later, in ", later.get(), name + " is made here"));
            finding.note("Put the two in the other order: what makes " + name + " has to run first.");
        } else {
            finding.because(nowhere(step, missing));
        }
        former.flatMap(FormerLife::newName)
                .or(() -> later.isPresent()
                        ? Optional.empty()
                        : NearNames.nearest(
                                name, candidates(step, missing).filter(candidate -> !candidate.equals(name))))
                .ifPresent(meant -> finding.note("Was " + meant + " meant?"));
    }

    private static Reason nowhere(Step step, Subject missing) {
        Optional<Origin> table = missing.table()
                .flatMap(step.before()::table)
                .map(Table::origin)
                .filter(origin -> origin.migration() >= 0);
        if (table.isPresent()) {
            String name = Refusal.table(step, missing).orElse("the table");
            return Reason.at(name + " exists since ", table.get(), name + " was created here")
                    .and(", and no statement since then makes " + missing.name());
        }
        int before = step.migration().ordinal();
        return Reason.of("no earlier statement of this migration"
                + (before == 0 ? "" : ", and none of the migrations before,") + " makes " + missing.name());
    }

    private static Stream<String> candidates(Step step, Subject missing) {
        Optional<Table> table = missing.table().flatMap(step.before()::table);
        if (table.isPresent()) {
            return missing.kind() == ObjectKind.CONSTRAINT
                    ? table.get().constraints().stream().map(Constraint::name)
                    : table.get().columns().stream().map(Column::name);
        }
        return switch (missing.kind()) {
            case TYPE, DOMAIN -> names(step.before().types());
            case FUNCTION, PROCEDURE, ROUTINE -> names(step.before().routines());
            case SCHEMA -> step.before().schemas().stream();
            case EXTENSION -> step.before().extensions().stream();
            default -> names(step.before().relations());
        };
    }

    private static Stream<String> names(List<? extends SchemaObject> objects) {
        return objects.stream().map(object -> object.name().name());
    }
}
