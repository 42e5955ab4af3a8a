package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.IndexElement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.facts.AddedConstraint.Form;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.TypeChange;
import io.github.migralint.rules.text.ConstraintSql;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** MySQL and MariaDB change what they can at once or in place; for the rest a tool copies the table beside it. */
record MysqlDetour() implements Detour {
    @Override
    public void index(Step step, NewIndex index, Finding.Builder finding) {
        List<IndexElement> computed = index.elements().stream()
                .filter(element -> element.expression().isPresent())
                .toList();
        if (computed.size() == 1 && !index.isOfItsOwnKind()) {
            indexedColumn(step, index, computed.getFirst(), finding);
            return;
        }
        OnlineDdl.besides(step, index.table(), index.asClause(step)).accept(finding);
        finding.note(OnlineDdl.LAG);
    }

    /** An index on an expression stops writers, one on a virtual column does not. */
    private static void indexedColumn(Step step, NewIndex index, IndexElement computed, Finding.Builder finding) {
        String table = Sql.name(step, index.table());
        String column =
                step.quote(index.name().map(name -> name.value() + "_value").orElse("indexed_value"));
        String expression = Sql.text(step, computed.expression().orElseThrow().span());
        String name = index.name().map(found -> step.quote(found.value()) + " ").orElse("");
        finding.instead(
                        "now: the value as a virtual column",
                        "ALTER TABLE " + table + " ADD COLUMN " + column + " /* type */ GENERATED ALWAYS AS ("
                                + unwrapped(expression) + ") VIRTUAL, ALGORITHM=INSTANT;")
                .instead(
                        "then, in a statement of its own: reads and writes go on",
                        "ALTER TABLE " + table + " ADD INDEX " + name + "(" + parts(step, index, computed, column)
                                + "), ALGORITHM=INPLACE, LOCK=NONE;");
    }

    /** The parts of the index, with the column in the place of what it holds. */
    private static String parts(Step step, NewIndex index, IndexElement computed, String column) {
        return index.elements().stream()
                .map(element -> element.equals(computed)
                        ? column + (element.descending() ? " DESC" : "")
                        : Sql.text(step, element.span()))
                .collect(Collectors.joining(", "));
    }

    private static String unwrapped(String expression) {
        return expression.startsWith("(") && expression.endsWith(")")
                ? expression.substring(1, expression.length() - 1)
                : expression;
    }

    @Override
    public void foreignKey(Step step, AlterTable alter, AddedConstraint key, Finding.Builder finding) {
        String table = Sql.name(step, alter.name());
        String columns = key.columns().stream().map(step::quote).collect(Collectors.joining(", "));
        if (key.form() == Form.INLINE) {
            finding.instead("now: the column without the key", NewColumnSql.bare(step, alter, key));
        }
        if (!isIndexed(step, alter, key)) {
            finding.instead(
                    "first the index that the key needs: reads and writes go on",
                    "ALTER TABLE " + table + " ADD INDEX (" + columns + "), ALGORITHM=INPLACE, LOCK=NONE;");
        }
        finding.instead(
                        "then the key for new rows, without a look at the old ones",
                        "SET SESSION foreign_key_checks = 0;\nALTER TABLE " + table + " ADD CONSTRAINT "
                                + step.quote(ConstraintSql.name(step, alter.name(), key)) + " "
                                + ConstraintSql.definition(step, key)
                                + ", ALGORITHM=INPLACE, LOCK=NONE;\nSET SESSION foreign_key_checks = 1;")
                .instead(
                        "last: nothing checks the old rows, so look for those without a parent",
                        OrphanQuery.of(step, alter, key))
                .note(OnlineDdl.LAG);
    }

    private static boolean isIndexed(Step step, AlterTable alter, AddedConstraint key) {
        Optional<Table> table = step.before().table(alter.name());
        List<String> wanted = key.columns().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return table.isPresent()
                && step.before().indexesOf(table.get().id()).stream()
                        .map(index -> index.parts().stream()
                                .map(part -> part.column()
                                        .flatMap(table.get()::column)
                                        .map(column -> column.name().toLowerCase(Locale.ROOT))
                                        .orElse(""))
                                .toList())
                        .anyMatch(parts -> parts.size() >= wanted.size()
                                && parts.subList(0, wanted.size()).equals(wanted));
    }

    @Override
    public void check(Step step, AlterTable alter, AddedConstraint check, Finding.Builder finding) {
        if (check.form() == Form.INLINE) {
            finding.instead("now: the column without the check", NewColumnSql.bare(step, alter, check));
        }
        String name = step.quote(ConstraintSql.name(step, alter.name(), check));
        boolean unenforced = step.engine().dialect().equals(Engines.MYSQL);
        if (unenforced && check.form() != Form.ENFORCED) {
            finding.instead(
                    "now, in an instant: the check that nobody enforces yet",
                    "ALTER TABLE " + Sql.name(step, alter.name()) + " ADD CONSTRAINT " + name + " "
                            + ConstraintSql.definition(step, check) + " NOT ENFORCED, ALGORITHM=INSTANT;");
        }
        String changes = check.form() == Form.ENFORCED
                ? Sql.text(step, check.clause())
                : unenforced
                        ? "ALTER CHECK " + name + " ENFORCED"
                        : "ADD CONSTRAINT " + name + " " + ConstraintSql.definition(step, check);
        OnlineDdl.besides(step, alter.name(), changes).accept(finding);
        finding.note(OnlineDdl.LAG);
    }

    @Override
    public void notNull(Step step, AlterTable alter, String column, ClauseWork work, Finding.Builder finding) {
        MysqlRebuild.advise(step, alter, work, finding);
    }

    @Override
    public void typeChange(Step step, AlterTable alter, TypeChange change, ClauseWork work, Finding.Builder finding) {
        if (work.writesPass()) {
            MysqlRebuild.advise(step, alter, work, finding);
            return;
        }
        OnlineDdl.besides(step, alter.name(), OnlineDdl.changes(step, alter)).accept(finding);
        ReplacedColumn.recipe(step, alter, change, finding);
        finding.note("A new column gets NOT NULL, DEFAULT and COMMENT of the old one when it is filled.");
        finding.note(OnlineDdl.LAG);
    }

    @Override
    public void computedDefault(Step step, NewColumnRewrite column, Finding.Builder finding) {
        String value = column.defaultValue(step);
        finding.instead("now, in an instant", column.plainColumn(step, column.type(step)))
                .instead("then, for new rows", column.setDefault(step, value))
                .instead("last: old rows in batches, each committed", column.fill(step, value))
                .note("A literal and CURRENT_TIMESTAMP need no copy: they are the same for every row.");
    }

    @Override
    public void counter(Step step, NewColumnRewrite column, Finding.Builder finding) {
        OnlineDdl.besides(step, column.alter().name(), OnlineDdl.changes(step, column.alter()))
                .accept(finding);
        finding.note("Replicas that replay statements may number the rows in another order: where no tool does it, let"
                + " the application, or batches, number them.");
    }

    @Override
    public void storedColumn(Step step, NewColumnRewrite column, Finding.Builder finding) {
        String alter = "ALTER TABLE " + column.target(step);
        finding.instead(
                        "now, in an instant: computed when it is read",
                        alter + " ADD COLUMN " + column.quoted(step) + " " + column.type(step)
                                + " GENERATED ALWAYS AS (" + unwrapped(column.generationExpression(step))
                                + ") VIRTUAL, ALGORITHM=INSTANT;")
                .instead(
                        "then, if it is searched, in a statement of its own: an index on it stores the values",
                        alter + " ADD INDEX (" + column.quoted(step) + "), ALGORITHM=INPLACE, LOCK=NONE;")
                .note("In one statement with the column the index stops writers.");
    }
}
