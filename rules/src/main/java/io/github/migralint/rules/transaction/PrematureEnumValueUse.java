package io.github.migralint.rules.transaction;

import io.github.migralint.ast.AlterEnum;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effect.Fails;
import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.text.Refusal;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A label of an enum is used before the transaction that added it has ended. */
public final class PrematureEnumValueUse implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "premature-enum-value-use",
            "A new value of an enum is used in the transaction that adds it.",
            Category.TRANSACTION,
            Risk.CRITICAL,
            true,
            List.of("postgresql"));

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
        Optional<Fails> failure = Refusal.of(step, Cause.PREMATURE_LABEL);
        if (failure.isEmpty()) {
            return;
        }
        var finding = Refusal.finding(step, INFO, failure.get())
                .instead(
                        "in the next migration", Sql.text(step, step.statement().span()) + ";");
        added(step).ifPresent(statement -> {
            Origin origin = step.migration().origin(statement);
            String label = "'" + statement.label() + "'";
            finding.because(Reason.at(label + " was added in ", origin, label + " is added here")
                    .and(", in the same transaction"));
        });
        report.accept(finding.build());
    }

    /** The last statement before that added a label which the statement names. */
    private static Optional<AlterEnum> added(Step step) {
        List<Statement> earlier = step.migration().statements().subList(0, step.index());
        String text = step.text().slice(step.statement().span());
        return earlier.stream()
                .filter(AlterEnum.class::isInstance)
                .map(AlterEnum.class::cast)
                .filter(statement -> statement.oldLabel().isEmpty() && text.contains("'" + statement.label() + "'"))
                .reduce((first, second) -> second);
    }
}
