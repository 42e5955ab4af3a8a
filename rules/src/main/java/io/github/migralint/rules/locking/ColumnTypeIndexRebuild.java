package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.AlterColumnType;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.TimeZoneChange;
import io.github.migralint.rules.facts.TypeChange;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A new type leaves the rows alone but builds an index again, or checks a constraint again, under lock. */
public final class ColumnTypeIndexRebuild implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "column-type-index-rebuild",
            "A type change that spares the table still rebuilds an index or checks a constraint under lock.",
            Category.LOCKING,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return;
        }
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterColumnType change
                    && LockedWork.rewrite(step, change.span()).isEmpty()
                    && TimeZoneChange.rewrite(step, alter, TypeChange.of(change))
                            .isEmpty()) {
                Optional<LockedWork> build = LockedWork.indexBuild(step, change.span());
                Optional<LockedWork> scan = LockedWork.scan(step, change.span());
                build.ifPresentOrElse(
                        work -> report.accept(rebuilt(step, alter, change, work)),
                        () -> scan.ifPresent(work -> report.accept(checked(step, alter, change, work))));
            }
        }
    }

    private static Finding rebuilt(Step step, AlterTable alter, AlterColumnType change, LockedWork work) {
        String table = alter.name().toString();
        return start(step, alter, change)
                .label("rebuilds " + work.reason() + " under " + work.lock().words())
                .message("The new type of " + table + "." + change.column().value() + " builds the index "
                        + work.reason() + " again while everybody waits.")
                .with(Blocked.during(step, work, table))
                .instead(
                        "now: take the index out of the way, where queries can do without it",
                        "DROP INDEX CONCURRENTLY " + Sql.beside(step, alter.name(), work.reason()) + ";")
                .instead("then, in an instant", Sql.text(step, alter.span()) + ";")
                .instead("last", "-- CREATE INDEX CONCURRENTLY " + step.quote(work.reason()) + " … again")
                .note("An expression or partial index that mentions the column, another collation, and citext or"
                        + " timestamptz on an indexed column cost a rebuild; a plain index under a wider varchar"
                        + " does not.")
                .build();
    }

    private static Finding checked(Step step, AlterTable alter, AlterColumnType change, LockedWork work) {
        String table = alter.name().toString();
        var finding = start(step, alter, change)
                .label("checks every row of " + table + " again under "
                        + work.lock().words())
                .message("The new type of " + table + "." + change.column().value()
                        + " verifies a CHECK that mentions it for every row while everybody waits.")
                .with(Blocked.during(step, work, table));
        mentioning(step, alter, change).ifPresent(check -> {
            String name = step.quote(check.name());
            String target = "ALTER TABLE " + Sql.name(step, alter.name()) + " ";
            String definition = check.expression().map(e -> e.normalized()).orElse("…");
            finding.instead(
                            "now: the check leaves and comes back unverified in one transaction",
                            target + "DROP CONSTRAINT " + name + ";\n"
                                    + Sql.text(step, alter.span()) + ";\n"
                                    + target + "ADD CONSTRAINT " + name + " CHECK (" + definition + ") NOT VALID;")
                    .instead("next migration: reads and writes go on", target + "VALIDATE CONSTRAINT " + name + ";");
        });
        return finding.build();
    }

    private static Finding.Builder start(Step step, AlterTable alter, AlterColumnType change) {
        String column = change.column().value();
        return Finding.at(step, INFO, change.span())
                .object(alter.name() + "." + column)
                .because(Known.type(step, alter.name(), column));
    }

    private static Optional<Constraint> mentioning(Step step, AlterTable alter, AlterColumnType change) {
        Optional<Table> table = step.before().table(alter.name());
        return table.flatMap(t -> t.column(change.column().value())
                .flatMap(column -> t.constraints().stream()
                        .filter(c -> c.kind() == Constraint.Kind.CHECK && c.validated())
                        .filter(c -> c.columns().contains(column.id()))
                        .findFirst()));
    }
}
