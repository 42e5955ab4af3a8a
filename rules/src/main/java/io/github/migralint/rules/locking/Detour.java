package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.AddedConstraint;
import io.github.migralint.rules.facts.ClauseWork;
import io.github.migralint.rules.facts.TypeChange;

/** The way around a long lock, in the SQL of one engine: each part is added to a finding. */
sealed interface Detour permits PostgresqlDetour, MysqlDetour {
    /** The one of the engine of a step. */
    static Detour of(Step step) {
        return Engines.MYSQL_AND_MARIADB.contains(step.engine().dialect()) ? new MysqlDetour() : new PostgresqlDetour();
    }

    /** To an index. */
    void index(Step step, NewIndex index, Finding.Builder finding);

    /** To a foreign key. */
    void foreignKey(Step step, AlterTable alter, AddedConstraint key, Finding.Builder finding);

    /** To a CHECK. */
    void check(Step step, AlterTable alter, AddedConstraint check, Finding.Builder finding);

    /** To a column that refuses NULL. */
    void notNull(Step step, AlterTable alter, String column, ClauseWork work, Finding.Builder finding);

    /** To another type of a column. */
    void typeChange(Step step, AlterTable alter, TypeChange change, ClauseWork work, Finding.Builder finding);

    /** To a new column whose default differs from row to row. */
    void computedDefault(Step step, NewColumnRewrite column, Finding.Builder finding);

    /** To a new column that counts up. */
    void counter(Step step, NewColumnRewrite column, Finding.Builder finding);

    /** To a new column whose computed values are stored. */
    void storedColumn(Step step, NewColumnRewrite column, Finding.Builder finding);
}
