package io.github.migralint.rules.constraint;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.LostWithColumn;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.KnownConstraint;
import io.github.migralint.rules.text.Sql;
import java.util.function.Consumer;

/** A dropped column takes a key, a CHECK, a foreign key or an index over other columns along. */
public final class ConstraintLostWithColumn implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "constraint-lost-with-column",
            "A dropped column silently takes along a key or constraint that other columns need.",
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
        if (!(step.statement() instanceof AlterTable alter) || !Serving.clients(step, alter.name())) {
            return;
        }
        for (LostWithColumn lost : LostWithColumn.of(step, alter)) {
            report.accept(new Suspicion(finding(step, alter, lost), lost::missed));
        }
    }

    private static Finding finding(Step step, AlterTable alter, LostWithColumn lost) {
        String table = lost.table().name().name();
        String rest = KnownConstraint.columns(lost.table(), lost.rest());
        var finding = Finding.at(step, INFO, lost.place())
                .risk(lost.keepsRowsApart() ? Risk.HIGH : Risk.MEDIUM)
                .object(alter.name() + "." + lost.name())
                .label(lost.what() + " goes along" + (rest.isEmpty() ? "" : ", also for " + rest))
                .message("Dropping " + table + "." + lost.column() + " takes " + lost.what() + " along without a word"
                        + consequence(table, rest, lost) + ".")
                .because(lost.name() + " holds " + lost.column() + (rest.isEmpty() ? "" : " besides " + rest)
                        + (lost.origin().migration() < 0
                                ? ""
                                : " since " + lost.origin().shortForm()));
        String columns = KnownConstraint.quoted(step, lost.table(), lost.rest());
        if (lost.hasIndex() && !rest.isEmpty()) {
            finding.instead(
                    lost.keepsRowsApart()
                            ? "before it, outside a transaction, where no two rows may have the same " + rest
                            : "before it, outside a transaction",
                    "CREATE " + (lost.keepsRowsApart() ? "UNIQUE " : "") + "INDEX CONCURRENTLY "
                            + step.quote(table + "_" + rest.replace(", ", "_") + "_idx") + " ON "
                            + Sql.name(step, alter.name()) + " (" + columns + ");");
        }
        return finding.instead(
                        "then",
                        "ALTER TABLE " + Sql.name(step, alter.name()) + " DROP COLUMN " + step.quote(lost.column())
                                + ";")
                .build();
    }

    private static String consequence(String table, String rest, LostWithColumn lost) {
        if (lost.keepsRowsApart()) {
            return rest.isEmpty()
                    ? ": rows of " + table + " have no key any more"
                    : ": it does not go on over " + rest + ", and nothing keeps those rows apart any more";
        }
        return lost.hasIndex()
                ? ": queries by " + rest + " read the whole table"
                : ": nothing checks " + rest + " any more";
    }
}
