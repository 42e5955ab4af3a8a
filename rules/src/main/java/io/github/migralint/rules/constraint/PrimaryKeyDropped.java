package io.github.migralint.rules.constraint;

import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.DroppedConstraint;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.KnownConstraint;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Origin;
import java.util.Optional;
import java.util.function.Consumer;

/** A table loses its primary key and gets no other. */
public final class PrimaryKeyDropped implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "primary-key-dropped",
            "A table loses its primary key and gets no other.",
            Category.CONSTRAINT,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        DroppedConstraint.of(step).stream()
                .filter(DroppedConstraint::isPrimaryKey)
                .forEach(dropped -> report.accept(new Suspicion(
                        finding(step, dropped),
                        end -> dropped.atTheEnd(end)
                                .map(table -> table.primaryKey().isEmpty())
                                .orElse(dropped.table().isEmpty()))));
    }

    private static Finding finding(Step step, DroppedConstraint dropped) {
        var name = dropped.alter().name();
        String table = Sql.name(step, name);
        String columns = dropped.table()
                .flatMap(t -> dropped.constraint().map(key -> KnownConstraint.quoted(step, t, key.columns())))
                .filter(list -> !list.isEmpty())
                .orElse("id");
        Optional<Origin> since = dropped.constraint().map(Constraint::origin).filter(origin -> origin.migration() >= 0);
        var finding = Finding.at(step, INFO, dropped.place())
                .object(name + "." + dropped.name())
                .label("rows of " + name.name() + " have no identity any more")
                .message("Without its primary key " + name.name() + " accepts rows that are alike: "
                        + EngineWords.of(step).withoutKey() + ".")
                .because(since.map(origin -> Known.since(
                                dropped.name() + " is the primary key of " + name.name(),
                                origin,
                                dropped.name() + " was created here"))
                        .orElseGet(() -> Known.relation(step, name)));
        if (!EngineWords.of(step).validatesLater()) {
            return finding.instead(
                            "both in one statement: the table is rebuilt while everybody works",
                            "ALTER TABLE " + table + " DROP PRIMARY KEY, ADD PRIMARY KEY (/* columns */),"
                                    + " ALGORITHM=INPLACE, LOCK=NONE;")
                    .build();
        }
        return finding.instead(
                        "where another key takes its place: its index first, outside a transaction",
                        "CREATE UNIQUE INDEX CONCURRENTLY " + step.quote(name.name() + "_new_pkey") + " ON " + table
                                + " (" + columns + ");")
                .instead(
                        "then both at once; its columns must be NOT NULL already",
                        "ALTER TABLE " + table + " DROP CONSTRAINT " + step.quote(dropped.name())
                                + ", ADD CONSTRAINT " + step.quote(dropped.name()) + " PRIMARY KEY USING INDEX "
                                + step.quote(name.name() + "_new_pkey") + ";")
                .build();
    }
}
