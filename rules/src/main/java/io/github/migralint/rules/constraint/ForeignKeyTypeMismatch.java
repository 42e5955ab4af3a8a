package io.github.migralint.rules.constraint;

import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.KeyColumn;
import io.github.migralint.rules.facts.NewConstraint;
import io.github.migralint.rules.facts.Serving;
import java.util.List;
import java.util.function.Consumer;

/** A foreign key column that cannot hold every key of its parent. */
public final class ForeignKeyTypeMismatch implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "foreign-key-type-mismatch",
            "The type of a foreign key column cannot hold every key that it may have to point at.",
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
        for (NewConstraint added : NewConstraint.of(step)) {
            for (KeyColumn pair : KeyColumn.of(step.after(), added.table(), added.constraint())) {
                if (pair.tooNarrow()) {
                    report.accept(new Suspicion(
                            finding(step, added, pair),
                            end -> Ending.table(end, added.table())
                                    .filter(table -> added.in(table).isPresent())
                                    .filter(table -> pair.again(end, table).isPresent())
                                    .isPresent()));
                }
            }
        }
    }

    private static Finding finding(Step step, NewConstraint added, KeyColumn pair) {
        String child = added.name() + "." + pair.child().name();
        String parent = pair.parent().name().name() + "." + pair.key().name();
        String type = pair.keyType().toString();
        boolean serving = added.serving(step) && Serving.clients(step, pair.child());
        var finding = Finding.at(step, INFO, added.place())
                .object(child)
                .label(pair.child().name() + " is " + pair.childType() + ", " + parent + " is " + type)
                .message("Column " + child + " of type " + pair.childType() + " cannot hold every key of " + parent
                        + ", which is " + type + ": " + pair.consequence() + ".");
        return serving
                ? finding.instead(
                                "in steps that no writer waits for",
                                "-- a new column of type " + type
                                        + ", kept equal by a trigger, filled in batches, then swapped")
                        .build()
                : finding.instead(
                                "the type of the key",
                                step.quote(pair.child().name()) + " " + type + " REFERENCES "
                                        + step.quote(pair.parent().name().name()) + " ("
                                        + step.quote(pair.key().name()) + ")")
                        .build();
    }
}
