package io.github.migralint.rules.transaction;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.effect.Effect;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Clause;
import java.util.Optional;
import java.util.function.Consumer;

/** One file changes schema and data, and no transaction holds the two together. */
public final class MixedDdlAndData implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "mixed-ddl-and-data",
                    "One migration changes schema and data, and no transaction can hold the two together.",
                    Category.TRANSACTION,
                    Risk.MEDIUM,
                    true,
                    Engines.MYSQL_AND_MARIADB)
            .withStanding(Standing.ATTACHED_ONCE_PER_FILE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Told at the change of the schema that has changes of data of a table in use on one of its sides. */
    @Override
    public void check(Step step, Consumer<Finding> report) {
        boolean commits = !step.effects().of(Effect.Commits.class).isEmpty();
        if (!commits
                || !Repetition.changesSchema(step.statement())
                || step.embedding().isPresent()) {
            return;
        }
        Statement own = step.statement();
        step.migration().statements().stream()
                .filter(other -> !other.span().equals(own.span()))
                .filter(other -> changesServing(step, other))
                .findFirst()
                .ifPresent(other -> report.accept(finding(step, other)));
    }

    /** Rows of a table that the release itself makes are seeds. */
    private static boolean changesServing(Step step, Statement statement) {
        Optional<QualifiedName> table = DataChange.lasting(step, statement);
        return table.filter(name -> Serving.clients(step, name))
                .filter(name -> step.migration().statements().stream()
                        .noneMatch(other -> other instanceof CreateTable create
                                && create.name().name().equals(name.name())))
                .isPresent();
    }

    private static Finding finding(Step step, Statement data) {
        int line = step.migration().origin(data).line();
        String table = DataChange.table(data).map(QualifiedName::toString).orElse("");
        return Finding.at(step, INFO, Clause.words(step, step.statement().span(), 2))
                .object(step.migration().shortName())
                .label("in one file with the change of " + table + " in line " + line)
                .message("When a statement of this file fails, what came before it stays, be it schema or data, and the"
                        + " next attempt meets both.")
                .because(step.engine().label() + " commits at each change of the schema")
                .instead("one migration for the schema, another for the data", "-- each can then be repeated by itself")
                .build();
    }
}
