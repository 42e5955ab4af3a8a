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
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.KnownConstraint;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Constraint;
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
                .label(lost.what() + fate(rest, lost))
                .message(
                        lost.narrowed()
                                ? narrowed(table, rest, lost)
                                : "Dropping " + table + "." + lost.column() + " takes " + lost.what()
                                        + " along without a word" + consequence(table, rest, lost) + ".")
                .because(Known.since(
                        lost.name() + " holds " + lost.column() + (rest.isEmpty() ? "" : " besides " + rest),
                        lost.origin(),
                        lost.name() + " was created here"));
        if (lost.narrowed()) {
            return insteadOfNarrowing(step, alter, lost, finding);
        }
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

    private static Finding insteadOfNarrowing(
            Step step, AlterTable alter, LostWithColumn lost, Finding.Builder finding) {
        String target = "ALTER TABLE " + Sql.name(step, alter.name());
        String drop = "DROP COLUMN " + step.quote(lost.column()) + ";";
        String columns = "(" + KnownConstraint.quoted(step, lost.table(), lost.rest()) + ")";
        boolean primary = lost.constraint()
                .filter(key -> key.kind() == Constraint.Kind.PRIMARY_KEY)
                .isPresent();
        String key = primary ? "PRIMARY KEY" : "INDEX " + step.quote(lost.name());
        if (lost.keepsRowsApart()) {
            finding.instead(
                    "before it: are there rows that the narrower key refuses?",
                    "SELECT " + columns.substring(1, columns.length() - 1) + ", COUNT(*) FROM "
                            + Sql.name(step, alter.name()) + " GROUP BY "
                            + columns.substring(1, columns.length() - 1) + " HAVING COUNT(*) > 1;");
        }
        return finding.instead(
                        "where the rest makes no key: the key goes by name", target + " DROP " + key + ", " + drop)
                .instead(
                        "where it does: say so",
                        target + " DROP " + key + ", ADD "
                                + (primary ? key : (lost.keepsRowsApart() ? "UNIQUE " : "") + key) + " " + columns
                                + ", " + drop)
                .build();
    }

    private static String fate(String rest, LostWithColumn lost) {
        if (lost.narrowed()) {
            return " goes on over " + rest + " alone";
        }
        return " goes along" + (rest.isEmpty() ? "" : ", also for " + rest);
    }

    private static String narrowed(String table, String rest, LostWithColumn lost) {
        return "Dropping " + table + "." + lost.column() + " leaves " + lost.what() + " over " + rest
                + " alone, without a word: "
                + (lost.keepsRowsApart()
                        ? "rows that are alike in it make this fail with error 1062, and are refused from then on."
                        : "an index that nobody chose, which every write still pays for.");
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
