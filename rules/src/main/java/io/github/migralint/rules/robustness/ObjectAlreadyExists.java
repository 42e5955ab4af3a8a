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
import io.github.migralint.rules.text.Refusal;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.Optional;
import java.util.function.Consumer;

/** A statement makes what is there already. */
public final class ObjectAlreadyExists implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "object-already-exists",
            "The statement makes something whose name is taken at this point of the history.",
            Category.ROBUSTNESS,
            Risk.CRITICAL,
            true,
            Engines.ALL);

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
        Optional<Fails> failure = Refusal.of(step, Cause.EXISTS);
        if (failure.isEmpty()) {
            return;
        }
        var finding = Refusal.finding(step, INFO, failure.get());
        failure.get().subject().ifPresent(subject -> explain(step, subject, finding));
        report.accept(finding.build());
    }

    private static void explain(Step step, Subject subject, Finding.Builder finding) {
        Optional<Existing> existing = existing(step, subject);
        existing.filter(there -> there.since().migration() >= 0).ifPresent(there -> {
            finding.because(Reason.at(
                    (there.what() + " " + subject.name()).strip() + " exists since ",
                    there.since(),
                    subject.name() + " is made here"));
        });
        boolean guardsClauses = !step.engine().dialect().equals(Engines.MYSQL);
        boolean shaped = subject.kind() == ObjectKind.TABLE
                || (guardsClauses && (subject.kind() == ObjectKind.COLUMN || subject.kind() == ObjectKind.INDEX));
        if (shaped) {
            boolean index =
                    existing.filter(there -> there.what().equals("index")).isPresent();
            finding.note("IF NOT EXISTS would pass over the statement and leave the "
                    + (index
                            ? "index as it is, whatever its table and columns: drop it first, or take another name."
                            : subject.kind().words() + " as it is: change it with ALTER, or take another name."));
        }
    }

    /**
     * What has the name.
     *
     * @param what its kind in words
     * @param since the statement that made it
     */
    private record Existing(String what, Origin since) {}

    private static Optional<Existing> existing(Step step, Subject subject) {
        Optional<Table> table = subject.table().flatMap(step.before()::table);
        String name = subject.name().name();
        if (table.isPresent()) {
            return subject.kind() == ObjectKind.COLUMN
                    ? table.get().column(name).map(ObjectAlreadyExists::column)
                    : table.get().constraint(name).map(ObjectAlreadyExists::constraint);
        }
        Optional<? extends SchemaObject> object = switch (subject.kind()) {
            case TYPE, DOMAIN -> step.before().type(subject.name()).found();
            case FUNCTION -> step.before().routines(subject.name()).stream().findFirst();
            case SCHEMA, EXTENSION, ATTRIBUTE, POLICY, TRIGGER -> Optional.empty();
            default -> step.before().relation(subject.name()).found();
        };
        return object.map(there -> new Existing(words(there), there.origin()));
    }

    private static Existing column(Column column) {
        return new Existing("column", column.origin());
    }

    private static Existing constraint(Constraint constraint) {
        return new Existing("constraint", constraint.origin());
    }

    private static String words(SchemaObject object) {
        return switch (object) {
            case Table ignored -> "table";
            case View view -> view.materialized() ? "materialized view" : "view";
            case Index ignored -> "index";
            case Sequence ignored -> "sequence";
            default -> "";
        };
    }
}
