package io.github.migralint.rules.text;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.dialect.Version;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.ModifiedColumns;
import io.github.migralint.schema.Column;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That of MySQL and of MariaDB.
 *
 * @param dialect which of the two
 */
record MysqlColumnSql(String dialect) implements ColumnSql {
    private static final MysqlColumnSql MYSQL = new MysqlColumnSql(Engines.MYSQL);
    private static final MysqlColumnSql MARIADB = new MysqlColumnSql(Engines.MARIADB);

    private static final Version INVISIBLE_COLUMNS = new Version(8, 0, 23);

    private static final Version COMPUTED_DEFAULTS = new Version(8, 0, 13);

    private static final Pattern LARGE = Pattern.compile("(?i)(tiny|medium|long)?(text|blob)\\b.*|json|geometry|point");

    private static final Pattern OF_LENGTH = Pattern.compile("(?i)(?:var)?(char|binary)\\s*\\(\\s*(\\d+)\\s*\\).*");

    static MysqlColumnSql of(String dialect) {
        return dialect.equals(Engines.MARIADB) ? MARIADB : MYSQL;
    }

    @Override
    public String missingValue() {
        return "1364";
    }

    @Override
    public String nullMet() {
        return this.equals(MARIADB) ? "1265" : "1138";
    }

    @Override
    public String unknownLabel() {
        return "1265";
    }

    /** A hidden column needs a value where nobody gives one; who reads {@code *} no longer sees it. */
    @Override
    public List<Fix> farewell(Step step, QualifiedName table, Column column) {
        String quoted = step.quote(column.name());
        boolean required = column.notNull()
                && column.defaultValue().isEmpty()
                && column.identity().isEmpty();
        String optional = required ? "ALTER COLUMN " + quoted + " SET DEFAULT /* value */" : "";
        String hidden = this.equals(MARIADB)
                ? "MODIFY " + ColumnText.definition(step, table, column) + " INVISIBLE"
                : step.engine().version().isBefore(INVISIBLE_COLUMNS)
                        ? ""
                        : "ALTER COLUMN " + quoted + " SET INVISIBLE";
        String changes =
                Stream.of(optional, hidden).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        if (changes.isEmpty()) {
            return List.of();
        }
        String when = hidden.isEmpty()
                ? "an earlier release: writers may leave it out"
                : "an earlier release: hidden, which can be taken back";
        return List.of(new Fix(when, alter(step, table) + changes + ";"));
    }

    @Override
    public String retyped(Step step, QualifiedName table, String column, String type) {
        return alter(step, table) + "MODIFY " + step.quote(column) + " " + type
                + " /* NOT NULL, DEFAULT, COMMENT as before */;";
    }

    /** MySQL gives TEXT, BLOB and JSON a default in parentheses only, and that only since it computes defaults at all. */
    @Override
    public Optional<String> defaulted(Step step, QualifiedName table, String column) {
        Optional<Column> known = step.before().table(table).flatMap(found -> found.column(column));
        boolean large = this.equals(MYSQL)
                && known.flatMap(Column::type)
                        .filter(type -> LARGE.matcher(type.toString()).matches())
                        .isPresent();
        if (!large) {
            return Optional.of(alter(step, table) + "ALTER COLUMN " + step.quote(column) + " SET DEFAULT /* value */;");
        }
        return step.engine().version().isBefore(COMPUTED_DEFAULTS)
                ? Optional.empty()
                : Optional.of(alter(step, table) + "MODIFY " + ColumnText.definition(step, table, known.orElseThrow())
                        + " DEFAULT (/* value */);");
    }

    /** The definition that the statement itself gives the column, where it keeps its name. */
    private static Optional<String> redefined(Step step, String column) {
        return ModifiedColumns.of(step.statement(), column)
                .filter(modify -> !modify.renames())
                .map(modify -> Sql.text(step, modify.definition().span()));
    }

    @Override
    public void refuseNull(Step step, QualifiedName table, String column, Finding.Builder finding) {
        Optional<Column> known = step.before().table(table).flatMap(found -> found.column(column));
        String definition = known.map(found -> ColumnText.required(step, table, found))
                .or(() -> redefined(step, column))
                .orElse(step.quote(column) + " /* type */ NOT NULL /* DEFAULT, COMMENT as before */");
        finding.instead(
                        "see that none is left",
                        "SELECT COUNT(*) FROM " + Sql.name(step, table) + " WHERE " + step.quote(column) + " IS NULL;")
                .instead(
                        "next migration: the table is rebuilt while everybody works",
                        alter(step, table) + "MODIFY " + definition + ", ALGORITHM=INPLACE, LOCK=NONE;");
    }

    @Override
    public void fit(Step step, QualifiedName table, String column, String type, Finding.Builder finding) {
        finding.instead(
                "first, in strict mode: which values do not fit",
                "SELECT " + step.quote(column) + ", COUNT(*) FROM " + Sql.name(step, table) + " WHERE "
                        + tooLong(step.quote(column), type)
                                .orElse("/* " + column + " does not fit into " + type + " */")
                        + " GROUP BY " + step.quote(column) + ";");
    }

    private static Optional<String> tooLong(String column, String type) {
        Matcher limited = OF_LENGTH.matcher(type);
        return limited.matches()
                ? Optional.of((limited.group(1).equalsIgnoreCase("char") ? "CHAR_LENGTH(" : "LENGTH(") + column + ") > "
                        + limited.group(2))
                : Optional.empty();
    }

    @Override
    public String costOfManyRows() {
        return "Every row stays locked until the end, the undo log grows with each, and replicas lag behind.";
    }

    private static String alter(Step step, QualifiedName table) {
        return "ALTER TABLE " + Sql.name(step, table) + " ";
    }
}
