package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rules.facts.TypeChange;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Sql;

/** The way to another type that holds on every engine: a new column takes the place of the old one. */
final class ReplacedColumn {
    private ReplacedColumn() {}

    /** Adds its steps to a finding. */
    static void recipe(Step step, AlterTable alter, TypeChange change, Finding.Builder finding) {
        String table = Sql.name(step, alter.name());
        String old = step.quote(change.column().value());
        String replacement = step.quote(change.column().value() + "_new");
        String value = change.using().map(using -> Sql.text(step, using.span())).orElse(old);
        finding.instead(
                        "now",
                        "ALTER TABLE " + table + " ADD COLUMN " + replacement + " "
                                + Sql.text(step, change.type().span()) + collation(step, alter, change) + ";")
                .instead(
                        "next: keep both columns equal (trigger or application), then fill in batches",
                        "UPDATE " + table + " SET " + replacement + " = " + value + " WHERE "
                                + Batches.range(step, alter.name()) + " AND " + replacement + " IS NULL;")
                .instead(
                        "after the release that reads " + replacement,
                        "ALTER TABLE " + table + " DROP COLUMN " + old + ";");
    }

    /** What a new definition says of the characters, which are a part of the type. */
    private static String collation(Step step, AlterTable alter, TypeChange change) {
        return alter.actions().stream()
                .filter(action -> action.span().equals(change.clause()))
                .filter(MysqlAction.ModifyColumn.class::isInstance)
                .flatMap(action -> ((MysqlAction.ModifyColumn) action).definition().collation().stream())
                .map(collation -> " COLLATE " + Sql.name(step, collation))
                .findFirst()
                .orElse("");
    }
}
