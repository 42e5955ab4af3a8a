package io.github.migralint.rules.text;

import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.schema.Column;
import java.util.List;
import java.util.Optional;

/** How users of an engine change columns and rows in small steps, and what the engine answers when they do not. */
public sealed interface ColumnSql permits PostgresqlColumnSql, MysqlColumnSql {
    /** That of the engine that a step is meant for. */
    static ColumnSql of(Step step) {
        return step.engine().dialect().equals(Engines.POSTGRESQL)
                ? PostgresqlColumnSql.SQL
                : MysqlColumnSql.of(step.engine().dialect());
    }

    /** The error of an INSERT that gives no value to a column which must have one. */
    String missingValue();

    /** The error of a change that meets NULL where it must not be. */
    String nullMet();

    /** The error of a value that an enum does not have. */
    String unknownLabel();

    /** The steps of an earlier release that let writers leave a column out, and readers do without it. */
    List<Fix> farewell(Step step, QualifiedName table, Column column);

    /** The statement by which a column gets another type. */
    String retyped(Step step, QualifiedName table, String column, String type);

    /** The statement that gives a column a default, if there is one. */
    Optional<String> defaulted(Step step, QualifiedName table, String column);

    /** Adds the steps that make a column refuse NULL while everybody works. */
    void refuseNull(Step step, QualifiedName table, String column, Finding.Builder finding);

    /** Adds the steps that keep values out which a narrower type cannot hold. */
    void fit(Step step, QualifiedName table, String column, String type, Finding.Builder finding);

    /** What it costs, besides locks, to change many rows in one go. */
    String costOfManyRows();
}
