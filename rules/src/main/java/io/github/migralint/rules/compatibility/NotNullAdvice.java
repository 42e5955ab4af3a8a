package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rules.facts.Readiness;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.NotNullRecipe;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import io.github.migralint.source.Span;
import java.util.Optional;

/** Words the findings of {@link NotNullWithoutBackfill}. */
final class NotNullAdvice {
    private NotNullAdvice() {}

    /** A new column that no existing row can satisfy. */
    static Finding requiredColumn(Step step, AlterTable alter, ColumnDefinition column, Span clause) {
        String table = alter.name().toString();
        String name = column.name().value();
        String target = "ALTER TABLE " + Sql.name(step, alter.name());
        String type = column.type().map(t -> " " + Sql.text(step, t.span())).orElse("");
        boolean empty = Serving.emptied(step, alter.name());
        var finding = Finding.at(step, NotNullWithoutBackfill.INFO, clause)
                .risk(empty ? Risk.HIGH : Risk.CRITICAL)
                .object(table + "." + name)
                .label(
                        empty
                                ? "every INSERT of the running release fails: it does not know " + name
                                : "fails as soon as " + table + " holds one row")
                .message("The new column " + table + "." + name + " is NOT NULL and has no default: "
                        + (empty ? "" : "the statement fails (23502) when the table holds a row, and otherwise ")
                        + "every INSERT of the running release fails.")
                .because(Known.relation(step, alter.name()))
                .instead(
                        "where one value suits every old row: no row is written",
                        target + " ADD COLUMN " + step.quote(name) + type + " NOT NULL DEFAULT /* value */;")
                .instead("else: now", target + " ADD COLUMN " + step.quote(name) + type + ";");
        fill(step, alter, name, finding);
        NotNullRecipe.add(step, alter.name(), name, finding);
        return finding.build();
    }

    /** An existing column that becomes NOT NULL too early. */
    static Finding tightened(
            Step step, AlterTable alter, String name, Span clause, boolean notValid, Readiness readiness) {
        String table = alter.name().toString();
        boolean unheardOf = notValid && !readiness.writers() && Readiness.bornHere(step, alter.name(), name);
        var finding = Finding.at(step, NotNullWithoutBackfill.INFO, clause)
                .risk(notValid && !unheardOf ? Risk.LOW : Risk.HIGH)
                .object(table + "." + name)
                .because(because(step, alter, name, readiness));
        if (unheardOf) {
            finding.label("every INSERT of the running release fails: it does not know " + name)
                    .message("From here on every INSERT into " + table + " must give " + name
                            + ", which has no default and which the running release does not know: it fails (23514).");
        } else if (readiness.rows() || notValid) {
            finding.label("the running release may still write NULL into " + name)
                    .message("From here on a write that leaves " + table + "." + name
                            + " NULL fails, and nothing shows that the running release always gives a value.");
        } else {
            finding.label("fails if one row of " + table + " has no " + name)
                    .message("Nothing in the history fills " + table + "." + name
                            + ": SET NOT NULL fails (23502) on the first row that is NULL, and so does every write of"
                            + " the running release that leaves it out.");
        }
        if (!readiness.writers()) {
            finding.instead(
                    "an earlier release: a default, or an application that always writes " + name,
                    "ALTER TABLE " + Sql.name(step, alter.name()) + " ALTER COLUMN " + step.quote(name)
                            + " SET DEFAULT /* value */;");
        }
        if (!notValid) {
            fill(step, alter, name, finding);
            NotNullRecipe.add(step, alter.name(), name, finding);
        }
        return finding.build();
    }

    private static void fill(Step step, AlterTable alter, String name, Finding.Builder finding) {
        finding.instead(
                "then fill old rows in batches, each committed",
                "UPDATE " + Sql.name(step, alter.name()) + " SET " + step.quote(name) + " = /* value */ WHERE "
                        + step.quote(name) + " IS NULL AND " + Batches.range(step, alter.name()) + ";");
    }

    private static String because(Step step, AlterTable alter, String name, Readiness readiness) {
        Optional<Column> column = step.before().table(alter.name()).flatMap(table -> table.column(name));
        if (column.isEmpty()) {
            return Known.relation(step, alter.name());
        }
        String since = column.get().origin().migration() < 0
                ? " may be NULL"
                : " may be NULL since " + column.get().origin().shortForm();
        boolean noDefault = column.get().defaultValue().isEmpty();
        if (readiness.rows()) {
            return name + since + (noDefault ? " and has no default" : "");
        }
        return name + since + (noDefault ? ", has no default" : "") + " and was never filled by a migration";
    }
}
