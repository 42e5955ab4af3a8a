package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.effect.Effect.InventsValues;
import io.github.migralint.effect.Effect.MayFailOnRows;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rules.facts.NullabilityChange;
import io.github.migralint.rules.facts.Readiness;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.ColumnSql;
import io.github.migralint.rules.text.Known;
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
        var finding = Finding.at(step, NotNullWithoutBackfill.INFO, clause)
                .object(table + "." + name)
                .because(Known.relation(step, alter.name()))
                .instead(
                        "where one value suits every old row: no row is written",
                        target + " ADD COLUMN " + step.quote(name) + type + " NOT NULL DEFAULT /* value */;")
                .instead("else: now", target + " ADD COLUMN " + step.quote(name) + type + ";");
        fate(step, alter, name, finding);
        fill(step, alter, name, finding);
        ColumnSql.of(step).refuseNull(step, alter.name(), name, finding);
        return finding.build();
    }

    /** What is said of a new column without default: rows get a value that nobody gave, or stop the statement. */
    private static void fate(Step step, AlterTable alter, String name, Finding.Builder finding) {
        String table = alter.name().toString();
        String missing = ColumnSql.of(step).missingValue();
        Optional<InventsValues> invented = step.effects().of(InventsValues.class).stream()
                .filter(value -> value.column().equalsIgnoreCase(name))
                .findFirst();
        boolean empty = Serving.emptied(step, alter.name());
        String writers = "every INSERT of the running release fails";
        if (invented.isPresent()) {
            finding.label("every old row gets " + invented.get().value()
                            + ", and every INSERT of the running release fails")
                    .message("The new column " + table + "." + name
                            + " is NOT NULL and has no default: rows that are there"
                            + " get " + invented.get().value()
                            + ", which nobody gave and nobody can tell from a real value,"
                            + " and " + writers + " (" + missing + "): it does not know " + name + ".");
        } else if (empty) {
            finding.label(writers + ": it does not know " + name)
                    .message("The new column " + table + "." + name + " is NOT NULL and has no default: " + writers
                            + ".");
        } else {
            finding.risk(Risk.CRITICAL)
                    .label("fails as soon as " + table + " holds one row")
                    .message("The new column " + table + "." + name
                            + " is NOT NULL and has no default: the statement fails ("
                            + failure(step).orElse(missing) + ") when the table holds a row, and otherwise " + writers
                            + ".");
        }
    }

    private static Optional<String> failure(Step step) {
        return step.effects().of(MayFailOnRows.class).stream()
                .map(MayFailOnRows::sqlState)
                .findFirst();
    }

    /** An existing column that becomes NOT NULL too early. */
    static Finding tightened(
            Step step, AlterTable alter, NullabilityChange change, Readiness readiness, boolean mayBeSo) {
        String table = alter.name().toString();
        String name = change.column();
        boolean notValid = change.notValid();
        boolean unheardOf = notValid && !readiness.writers() && Readiness.bornHere(step, alter.name(), name);
        var finding = Finding.at(step, NotNullWithoutBackfill.INFO, change.clause())
                .risk(notValid && !unheardOf ? Risk.LOW : mayBeSo ? Risk.LOW : Risk.HIGH)
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
                            + ": NOT NULL fails (" + ColumnSql.of(step).nullMet()
                            + ") on the first row that is NULL, and so does every write of the running release that "
                            + (readiness.writers() ? "gives NULL." : "leaves it out."));
        }
        if (!readiness.writers()) {
            ColumnSql.of(step)
                    .defaulted(step, alter.name(), name)
                    .ifPresentOrElse(
                            sql -> finding.instead(
                                    "an earlier release: a default, or an application that always writes " + name, sql),
                            () -> finding.instead("an earlier release", "-- the application always writes " + name));
        }
        if (!notValid) {
            fill(step, alter, name, finding);
            ColumnSql.of(step).refuseNull(step, alter.name(), name, finding);
        }
        return finding.build();
    }

    private static void fill(Step step, AlterTable alter, String name, Finding.Builder finding) {
        finding.instead(
                "then fill old rows in batches, each committed",
                "UPDATE " + Sql.name(step, alter.name()) + " SET " + step.quote(name) + " = /* value */ WHERE "
                        + step.quote(name) + " IS NULL AND " + Batches.range(step, alter.name()) + ";");
    }

    private static Reason because(Step step, AlterTable alter, String name, Readiness readiness) {
        Optional<Column> column = step.before().table(alter.name()).flatMap(table -> table.column(name));
        if (column.isEmpty()) {
            return Known.relation(step, alter.name());
        }
        Reason since = Known.since(name + " may be NULL", column.get().origin(), name + " was created here");
        boolean noDefault = column.get().defaultValue().isEmpty();
        if (readiness.rows()) {
            return since.and(noDefault ? " and has no default" : "");
        }
        return since.and((noDefault ? ", has no default" : "") + " and was never filled by a migration");
    }
}
