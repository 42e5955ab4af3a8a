package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.facts.AddedConstraint.Form;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.TypeChange;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.ConstraintSql;
import io.github.migralint.rules.text.NotNullRecipe;
import io.github.migralint.rules.text.Runner;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.source.Span;

/** PostgreSQL builds indexes concurrently, and takes constraints as NOT VALID first. */
record PostgresqlDetour() implements Detour {
    private static final String IF_NOT_EXISTS = "(?i)^\\s*IF\\s+NOT\\s+EXISTS\\s+";

    @Override
    public void index(Step step, NewIndex index, Finding.Builder finding) {
        finding.instead(Runner.alone(step), concurrently(step, index));
        Runner.whyAlone(step, "CREATE INDEX CONCURRENTLY").ifPresent(finding::note);
        if (index.name().isPresent()) {
            finding.note("A concurrent build that fails leaves an invalid index: drop it before the next try.");
        }
    }

    private static String concurrently(Step step, NewIndex index) {
        int words = index.unique() ? 3 : 2;
        Span head = Clause.words(step, index.clause(), words);
        String rest = Sql.text(step, new Span(head.end(), index.clause().end()));
        // the next try would take an invalid index for a good one
        return Sql.text(step, head) + " CONCURRENTLY " + rest.replaceFirst(IF_NOT_EXISTS, "") + ";";
    }

    @Override
    public void foreignKey(Step step, AlterTable alter, AddedConstraint key, Finding.Builder finding) {
        if (key.form() == Form.ENFORCED) {
            finding.note("Enforcing a key checks all rows under the lock; drop it and add it NOT VALID instead.");
            return;
        }
        if (key.form() == Form.INLINE) {
            finding.instead("now: the column without the key", NewColumnSql.bare(step, alter, key));
        }
        if (key.form() != Form.VALIDATED && PartitionedTables.refusesNotValidKeys(step, alter.name())) {
            PartitionedTables.foreignKeyRecipe(step, alter, key, finding);
            return;
        }
        if (key.form() != Form.VALIDATED) {
            finding.instead("for new rows, in an instant", ConstraintSql.addNotValid(step, alter, key));
        }
        validate(step, alter, key, finding);
    }

    private static void validate(Step step, AlterTable alter, AddedConstraint constraint, Finding.Builder finding) {
        finding.instead("next migration: reads and writes go on", ConstraintSql.validate(step, alter, constraint));
        if (constraint.form() == Form.VALIDATED) {
            finding.note("Beside another action VALIDATE runs under the lock of that action: give it a statement"
                    + " and a transaction of its own.");
        }
    }

    @Override
    public void check(Step step, AlterTable alter, AddedConstraint check, Finding.Builder finding) {
        if (check.form() == Form.INLINE) {
            finding.instead("now: the column without the check", NewColumnSql.bare(step, alter, check));
        }
        if (check.form() != Form.VALIDATED) {
            finding.instead("for new rows, in an instant", ConstraintSql.addNotValid(step, alter, check));
        }
        validate(step, alter, check, finding);
    }

    @Override
    public void notNull(Step step, AlterTable alter, String column, ClauseWork work, Finding.Builder finding) {
        NotNullRecipe.add(step, alter.name(), column, finding);
    }

    @Override
    public void typeChange(Step step, AlterTable alter, TypeChange change, ClauseWork work, Finding.Builder finding) {
        ReplacedColumn.recipe(step, alter, change, finding);
    }

    @Override
    public void computedDefault(Step step, NewColumnRewrite column, Finding.Builder finding) {
        String value = column.defaultValue(step);
        finding.instead("now", column.plainColumn(step, column.type(step)))
                .instead("then, for new rows", column.setDefault(step, value))
                .instead("last: old rows in batches, each committed", column.fill(step, value))
                .note("A constant, now() and other stable expressions need no rewrite: they are computed once.");
    }

    @Override
    public void counter(Step step, NewColumnRewrite column, Finding.Builder finding) {
        String table = column.target(step);
        String name = column.quoted(step);
        String sequence = Sql.beside(
                step,
                column.alter().name(),
                column.alter().name().name() + "_" + column.column().name().value() + "_seq");
        String next = "nextval('" + sequence + "')";
        finding.instead(
                        "now",
                        column.plainColumn(step, column.numberType(step)) + "\nCREATE SEQUENCE " + sequence
                                + " OWNED BY " + table + "." + name + ";\n" + column.setDefault(step, next))
                .instead("old rows in batches, each committed", column.fill(step, next));
        afterCounter(step, column, finding);
        finding.note("GENERATED AS IDENTITY rewrites the table just as serial does.");
    }

    /** What the column was to be besides a number, once every row has one. */
    private static void afterCounter(Step step, NewColumnRewrite column, Finding.Builder finding) {
        String table = column.target(step);
        String name = column.quoted(step);
        if (column.is(ColumnConstraint.Kind.PRIMARY_KEY)) {
            String index = step.quote(column.alter().name().name() + "_new_pkey");
            finding.instead(
                    "last, after the recipe of not-null-scan, outside a transaction",
                    "CREATE UNIQUE INDEX CONCURRENTLY " + index + " ON " + table + " (" + name + ");\nALTER TABLE "
                            + table + " ADD PRIMARY KEY USING INDEX " + index + ";");
        }
        if (column.is(ColumnConstraint.Kind.IDENTITY)) {
            finding.instead(
                    "last, after the recipe of not-null-scan, where it shall be an identity column",
                    "ALTER TABLE " + table + " ALTER COLUMN " + name + " DROP DEFAULT,\n    ALTER COLUMN " + name
                            + " ADD GENERATED BY DEFAULT AS IDENTITY (START WITH /* next */);");
        }
    }

    @Override
    public void storedColumn(Step step, NewColumnRewrite column, Finding.Builder finding) {
        String expression = column.generationExpression(step);
        finding.instead("now", column.plainColumn(step, column.type(step)))
                .instead(
                        "then: a trigger that sets it on INSERT and UPDATE",
                        "-- NEW." + column.quoted(step) + " := " + expression + ";")
                .instead("last: old rows in batches, each committed", column.fill(step, expression))
                .note("From PostgreSQL 18 on a VIRTUAL generated column is computed when it is read and costs"
                        + " nothing.");
    }
}
