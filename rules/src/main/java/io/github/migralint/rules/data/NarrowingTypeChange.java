package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.effect.Effect.NarrowsType;
import io.github.migralint.effect.Effect.NarrowsType.Fate;
import io.github.migralint.effect.Work;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.LockedWork;
import io.github.migralint.rules.facts.Retyped;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Batches;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.ColumnSql;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import java.util.Optional;
import java.util.function.Consumer;

/** A column gets a type that cannot hold every value it may have. */
public final class NarrowingTypeChange implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "narrowing-type-change",
                    "A column gets a type that cannot hold every value of the old one.",
                    Category.DATA,
                    Risk.CRITICAL,
                    true,
                    Engines.ALL)
            .replacing("column-type-rewrite", "column-type-index-rebuild", "type-change-seen-by-clients");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter)
                || alter.kind() != ObjectKind.TABLE
                || !Serving.clients(step, alter.name())) {
            return;
        }
        for (Retyped change : Retyped.of(alter)) {
            boolean serving = change.before(step, alter)
                    .map(column -> Serving.clients(step, column))
                    .orElse(true);
            if (serving && !ofLabels(step, alter, change)) {
                step.effects().of(NarrowsType.class).stream()
                        .filter(narrowing -> change.clause().contains(narrowing.place()))
                        .findFirst()
                        .ifPresent(narrowing -> report.accept(finding(step, alter, change, narrowing)));
            }
        }
    }

    /** Labels of an enum that go are another danger. */
    private static boolean ofLabels(Step step, AlterTable alter, Retyped change) {
        return change.type().name().equalsIgnoreCase("enum")
                && change.before(step, alter)
                        .flatMap(Column::type)
                        .filter(type -> type.name().equalsIgnoreCase("enum"))
                        .isPresent();
    }

    private static Finding finding(Step step, AlterTable alter, Retyped change, NarrowsType narrowing) {
        String column = change.column().value();
        String object = alter.name() + "." + column;
        String target = Sql.text(step, change.type().span());
        String to = old(step, alter, change).map(old -> " from " + old).orElse("") + " to " + target;
        var finding = Finding.at(step, INFO, change.clause())
                .risk(narrowing.fate() == Fate.UNKNOWN ? Risk.MEDIUM : Risk.CRITICAL)
                .object(object)
                .because(Known.type(step, alter.name(), column));
        switch (narrowing.fate()) {
            case REFUSED ->
                finding.label("fails on values " + narrowing.reason())
                        .message("Changing " + object + to + " fails as soon as one row has a value "
                                + narrowing.reason() + ", and so does every later write of such a value.");
            case CHANGED ->
                finding.label("changes values " + narrowing.reason() + ", without a word")
                        .message("Changing " + object + to + " alters values " + narrowing.reason()
                                + ": no error tells of it, and nothing brings them back.");
            case UNKNOWN ->
                finding.label("fails on, or alters, values " + narrowing.reason())
                        .message("Changing " + object + to + " fails on or alters values " + narrowing.reason()
                                + "; what the column may hold now is not known.");
        }
        LockedWork.rewrite(step, change.clause())
                .ifPresent(work ->
                        finding.blocks(Blocked.by(work.lock(), alter.name().toString(), Work.REWRITE)));
        return safely(step, alter, change, target, finding).build();
    }

    private static Finding.Builder safely(
            Step step, AlterTable alter, Retyped change, String target, Finding.Builder finding) {
        String table = Sql.name(step, alter.name());
        String name = change.column().value();
        String fresh = step.quote(name + "_new");
        ColumnSql.of(step).fit(step, alter.name(), name, target, finding);
        return finding.instead(
                "then a new column, kept equal and filled in batches",
                "ALTER TABLE " + table + " ADD COLUMN " + fresh + " " + target + ";\nUPDATE " + table + " SET " + fresh
                        + " = " + step.quote(name) + " WHERE " + Batches.range(step, alter.name()) + " AND " + fresh
                        + " IS NULL;");
    }

    private static Optional<String> old(Step step, AlterTable alter, Retyped change) {
        return change.before(step, alter).flatMap(Column::type).map(Object::toString);
    }
}
