package io.github.migralint.rules.data;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Select;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Conditions;
import io.github.migralint.rules.facts.InnerDeletes;
import io.github.migralint.rules.facts.InnerDeletes.InnerDelete;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.source.Span;
import java.util.function.Consumer;

/** Every row of a table is deleted. */
public final class DeleteWithoutWhere implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "delete-without-where",
            "A DELETE without a condition removes every row of a table.",
            Category.DATA,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof Delete delete
                && !delete.limited()
                && Conditions.everyRow(delete.where(), delete.query())
                && Serving.clients(step, delete.table())) {
            report.accept(finding(step, delete.table(), Clause.words(step, delete.span(), 2))
                    .instead("say which rows; in batches, each committed", Batches.delete(step, delete))
                    .build());
        }
        if (step.statement() instanceof Select select) {
            for (InnerDelete inner : InnerDeletes.ofEveryRow(select.query())) {
                if (Serving.clients(step, inner.table())) {
                    report.accept(finding(step, inner.table(), inner.head())
                            .instead(
                                    "say which rows",
                                    "DELETE FROM " + Sql.name(step, inner.table()) + " WHERE "
                                            + Batches.range(step, inner.table()))
                            .build());
                }
            }
        }
    }

    private static Finding.Builder finding(Step step, QualifiedName name, Span clause) {
        String table = name.toString();
        return Finding.at(step, INFO, clause)
                .object(table)
                .label("deletes every row of " + table)
                .message("This DELETE removes every row of " + table + "; no statement brings them back.")
                .blocks("every writer of a row of " + table + ", until the transaction ends; reads go on")
                .because(Known.relation(step, name));
    }
}
