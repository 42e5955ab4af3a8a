package io.github.migralint.rules.text;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.schema.Column;
import java.util.List;
import java.util.Optional;

/** That of PostgreSQL. */
record PostgresqlColumnSql() implements ColumnSql {
    static final PostgresqlColumnSql SQL = new PostgresqlColumnSql();

    @Override
    public String missingValue() {
        return "23502";
    }

    @Override
    public String nullMet() {
        return "23502";
    }

    @Override
    public String unknownLabel() {
        return "22P02";
    }

    @Override
    public List<Fix> farewell(Step step, QualifiedName table, Column column) {
        return column.notNull() && column.defaultValue().isEmpty()
                ? List.of(new Fix(
                        "an earlier release: writers may leave it out",
                        alter(step, table) + "ALTER COLUMN " + step.quote(column.name()) + " DROP NOT NULL;"))
                : List.of();
    }

    @Override
    public String retyped(Step step, QualifiedName table, String column, String type) {
        return alter(step, table) + "ALTER COLUMN " + step.quote(column) + " TYPE " + type + " USING /* " + column
                + " converted */;";
    }

    @Override
    public Optional<String> defaulted(Step step, QualifiedName table, String column) {
        return Optional.of(alter(step, table) + "ALTER COLUMN " + step.quote(column) + " SET DEFAULT /* value */;");
    }

    @Override
    public void refuseNull(Step step, QualifiedName table, String column, Finding.Builder finding) {
        NotNullRecipe.add(step, table, column, finding);
    }

    @Override
    public void fit(Step step, QualifiedName table, String column, String type, Finding.Builder finding) {
        String check = step.quote(table.name() + "_" + column + "_fits");
        finding.instead(
                        "first: keep such values out, without reading a row",
                        alter(step, table) + "ADD CONSTRAINT " + check + " CHECK (/* " + column + " fits into " + type
                                + " */) NOT VALID;")
                .instead(
                        "clean up what is there, then let it be proved",
                        alter(step, table) + "VALIDATE CONSTRAINT " + check + ";");
    }

    @Override
    public String costOfManyRows() {
        return "Every row gets a second version: the table grows, and VACUUM and replicas have to follow.";
    }

    private static String alter(Step step, QualifiedName table) {
        return "ALTER TABLE " + Sql.name(step, table) + " ";
    }
}
