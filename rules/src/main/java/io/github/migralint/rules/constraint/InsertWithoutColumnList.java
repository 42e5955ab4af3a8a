package io.github.migralint.rules.constraint;

import io.github.migralint.ast.Insert;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Values go to columns by their order, which other migrations change. */
public final class InsertWithoutColumnList implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "insert-without-column-list",
            "An INSERT names no columns: it fails or fills the wrong ones when columns come, go or move.",
            Category.CONSTRAINT,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof Insert insert
                && positional(insert)
                && Serving.clients(step, insert.table())
                && !continues(step, insert)) {
            report.accept(finding(step, insert));
        }
    }

    private static boolean positional(Insert insert) {
        return insert.columns().isEmpty() && insert.source() != Insert.Source.DEFAULT_VALUES;
    }

    /** Of a row of INSERTs into one table the first is told. */
    private static boolean continues(Step step, Insert insert) {
        List<Statement> all = step.embedding().isEmpty() ? step.migration().statements() : List.of();
        return step.index() > 0
                && step.index() <= all.size()
                && all.get(step.index() - 1) instanceof Insert before
                && positional(before)
                && Names.same(before.table(), insert.table());
    }

    private static Finding finding(Step step, Insert insert) {
        String table = insert.table().toString();
        Optional<Table> known = step.before().table(insert.table()).filter(Table::complete);
        String columns = known.map(found -> found.columns().stream()
                        .map(column -> step.quote(column.name()))
                        .collect(Collectors.joining(", ")))
                .orElse("/* columns */");
        var finding = Finding.at(
                        step,
                        INFO,
                        new Span(insert.span().start(), insert.table().span().end()))
                .object(table)
                .label("values go to the columns of " + table + " in the order they happen to have")
                .message("This INSERT into " + table + " names no columns: where the table has one more, one less or"
                        + " another order than here, it fails or fills the wrong ones.")
                .because(Known.relation(step, insert.table()))
                .instead("now", "INSERT INTO " + Sql.name(step, insert.table()) + " (" + columns + ") …");
        if (known.isPresent()) {
            finding.atMost(
                    Risk.LOW, "the history knows its " + known.get().columns().size() + " columns");
        }
        return finding.build();
    }
}
