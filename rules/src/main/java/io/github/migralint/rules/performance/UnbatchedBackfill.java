package io.github.migralint.rules.performance;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Query;
import io.github.migralint.ast.Update;
import io.github.migralint.dialect.dml.DmlFacts;
import io.github.migralint.history.Step;
import io.github.migralint.history.TableSizes.Size;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Conditions;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.ColumnSql;
import io.github.migralint.rules.text.Known;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One statement changes an unbounded part of a table in use. */
public final class UnbatchedBackfill implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unbatched-backfill",
            "One statement changes an unbounded part of a table in use.",
            Category.PERFORMANCE,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof Update update && !update.limited()) {
            boolean filling = update.where()
                    .filter(where -> fillsEmpty(where, update.columns()))
                    .isPresent();
            if (unbounded(step, update.table(), update.where(), update.query(), filling)) {
                report.accept(finding(step, update.table(), "UPDATE", Batches.update(step, update)));
            }
        } else if (step.statement() instanceof Delete delete
                && !delete.limited()
                && unbounded(step, delete.table(), delete.where(), delete.query(), false)) {
            report.accept(finding(step, delete.table(), "DELETE", Batches.delete(step, delete)));
        }
    }

    /** Statements that reach every row are told by rules of their own. */
    private static boolean unbounded(
            Step step, QualifiedName table, Optional<Expression> where, Query query, boolean filling) {
        boolean small = step.before()
                .table(table)
                .filter(known -> step.deployment().tables().of(known.name()) == Size.SMALL)
                .isPresent();
        if (small || where.isEmpty() || !Serving.clients(step, table) || Serving.emptied(step, table)) {
            return false;
        }
        if (filling) {
            return true;
        }
        boolean listed = query.tokens().stream().anyMatch(token -> token.isWord("values"));
        DmlFacts facts = DmlFacts.of(query.tokens());
        return facts.parsed()
                && facts.joined()
                && facts.bounds().isEmpty()
                && !listed
                && !Conditions.everyRow(where, query);
    }

    /** {@code WHERE region IS NULL} of a statement that sets {@code region}: nobody knows how many rows that are. */
    private static boolean fillsEmpty(Expression where, List<Identifier> columns) {
        List<Token> tokens = where.tokens().stream()
                .filter(token -> !token.isSymbol("(") && !token.isSymbol(")"))
                .toList();
        int is = tokens.size() - 2;
        return is > 0
                && tokens.get(is).isWord("is")
                && tokens.get(is + 1).isWord("null")
                && tokens.subList(0, is).stream().noneMatch(token -> token.isWord("and") || token.isWord("or"))
                && columns.stream()
                        .anyMatch(column ->
                                column.value().equals(tokens.get(is - 1).text().replace("\"", "")));
    }

    private static Finding finding(Step step, QualifiedName table, String verb, String batch) {
        return Finding.at(step, INFO, Clause.words(step, step.statement().span(), 2))
                .object(table.toString())
                .label("rows of " + table.name() + " stay locked until the last one is done")
                .message("This " + verb + " changes as many rows of " + table
                        + " as there are in one go: each stays locked until the transaction ends, and replicas fall"
                        + " behind.")
                .blocks("UPDATE and DELETE of the rows that it changes, until the transaction ends; reads go on")
                .because(Known.relation(step, table))
                .instead("a range of the key at a time, each committed, outside of schema changes", batch)
                .note(ColumnSql.of(step).costOfManyRows())
                .build();
    }
}
