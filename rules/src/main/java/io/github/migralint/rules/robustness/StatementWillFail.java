package io.github.migralint.rules.robustness;

import io.github.migralint.effect.Effect.Fails;
import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.text.Refusal;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Index;
import io.github.migralint.schema.Origin;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.SchemaObject;
import io.github.migralint.schema.Sequence;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The engine refuses a statement for another reason than a missing or present object, its syntax or its transaction. */
public final class StatementWillFail implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "statement-will-fail",
            "The server refuses the statement, whatever the rows.",
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
        Optional<Fails> failure = Refusal.of(step, Cause.OTHER);
        if (failure.isEmpty()) {
            return;
        }
        var finding = Refusal.finding(step, INFO, failure.get());
        List<SchemaObject> obstacles = failure.get().obstacles().stream()
                .flatMap(id -> step.before().object(id).stream())
                .toList();
        if (!obstacles.isEmpty()) {
            explain(step, obstacles, finding);
        }
        report.accept(finding.build());
    }

    private static void explain(Step step, List<SchemaObject> obstacles, Finding.Builder finding) {
        finding.because(obstacles.stream().map(StatementWillFail::described).collect(Collectors.joining(", ")));
        for (SchemaObject obstacle : obstacles) {
            Refusal.at(obstacle.origin(), obstacle.name().name() + " is made here")
                    .ifPresent(finding::related);
        }
        List<SchemaObject> views =
                obstacles.stream().filter(View.class::isInstance).toList();
        if (views.size() == obstacles.size()) {
            String drops = views.stream()
                    .map(view -> "DROP " + words(view).toUpperCase(java.util.Locale.ROOT) + " "
                            + step.quote(view.name().name()) + ";")
                    .collect(Collectors.joining("\n"));
            finding.instead(
                    "in one transaction",
                    drops + "\n" + Sql.text(step, step.statement().span()) + ";\n-- then create "
                            + views.stream().map(view -> view.name().name()).collect(Collectors.joining(", "))
                            + " again, with its grants");
        }
    }

    private static String described(SchemaObject object) {
        Origin origin = object.origin();
        return words(object) + " " + object.name().name()
                + (origin.migration() < 0 ? "" : " (" + origin.shortForm() + ")") + " depends on it";
    }

    private static String words(SchemaObject object) {
        return switch (object) {
            case Table ignored -> "table";
            case View view -> view.materialized() ? "materialized view" : "view";
            case Index ignored -> "index";
            case Sequence ignored -> "sequence";
            case Routine ignored -> "function";
            default -> "type";
        };
    }
}
