package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.MysqlAction.ModifyColumn;
import io.github.migralint.effect.Effect.LosesAttributes;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Prose;
import io.github.migralint.rules.text.Repeated;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Column;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** MODIFY and CHANGE define a column anew, and it loses what they do not repeat. */
public final class LostColumnAttributes implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "lost-column-attributes",
            "A column is defined anew and silently loses what the definition does not repeat.",
            Category.DATA,
            Risk.HIGH,
            true,
            Engines.MYSQL_AND_MARIADB);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof AlterTable alter)) {
            return;
        }
        for (LosesAttributes lost : step.effects().of(LosesAttributes.class)) {
            if (Serving.clients(step, lost.relation())) {
                report.accept(finding(step, alter, lost));
            }
        }
    }

    private static Finding finding(Step step, AlterTable alter, LosesAttributes lost) {
        String object = alter.name() + "." + lost.column();
        String attributes = Prose.list(lost.attributes());
        var finding = Finding.at(step, INFO, lost.place())
                .risk(onlyComment(lost) ? Risk.LOW : Risk.HIGH)
                .object(object)
                .label(lost.column() + " loses " + attributes)
                .message("This defines " + object + " anew without " + attributes
                        + ": what MODIFY and CHANGE do not repeat is gone, without a warning"
                        + consequence(lost) + ".")
                .because(since(step, alter, lost));
        action(alter, lost).ifPresent(modify -> advise(step, alter, modify, lost, finding));
        return finding.build();
    }

    private static boolean onlyComment(LosesAttributes lost) {
        return lost.attributes().stream().allMatch(attribute -> starts(attribute, "comment"));
    }

    private static boolean starts(String attribute, String word) {
        return attribute.toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static String consequence(LosesAttributes lost) {
        var effects = new ArrayList<String>();
        for (String attribute : lost.attributes()) {
            if (starts(attribute, "not null")) {
                effects.add("rows may hold NULL");
            } else if (starts(attribute, "default")) {
                effects.add("INSERTs that leave it out write something else, or fail");
            } else if (starts(attribute, "auto_increment")) {
                effects.add("INSERTs get no number of their own");
            } else if (starts(attribute, "on update")) {
                effects.add("it no longer changes with its row");
            } else if (starts(attribute, "char") || starts(attribute, "coll")) {
                effects.add("every value is converted to the set of the table");
            } else if (starts(attribute, "invisible")) {
                effects.add("SELECT * shows it again");
            } else if (starts(attribute, "check")) {
                effects.add("nothing checks its values any more");
            }
        }
        return effects.isEmpty() ? "" : "; " + Prose.list(effects);
    }

    private static Reason since(Step step, AlterTable alter, LosesAttributes lost) {
        return step.before()
                .table(alter.name())
                .flatMap(table -> table.column(lost.column()))
                .filter(column -> column.origin().migration() >= 0)
                .map(column -> Reason.at(
                                column.name() + " was defined in ",
                                column.typeOrigin(),
                                column.name() + " was defined here")
                        .and(" with " + Prose.list(lost.attributes())))
                .orElseGet(() -> Known.relation(step, alter.name()));
    }

    private static Optional<ModifyColumn> action(AlterTable alter, LosesAttributes lost) {
        return alter.actions().stream()
                .filter(ModifyColumn.class::isInstance)
                .map(ModifyColumn.class::cast)
                .filter(modify ->
                        modify.span().contains(lost.place()) || lost.place().contains(modify.span()))
                .findFirst();
    }

    private static void advise(
            Step step, AlterTable alter, ModifyColumn modify, LosesAttributes lost, Finding.Builder finding) {
        String target = "ALTER TABLE " + Sql.name(step, alter.name()) + " ";
        finding.instead(
                "now: with all that it has", target + Repeated.definition(step, modify, lost.attributes()) + ";");
        if (modify.renames() && sameType(step, alter, modify)) {
            finding.instead(
                    "where only the name changes",
                    target + "RENAME COLUMN " + step.quote(modify.column().value()) + " TO "
                            + step.quote(modify.definition().name().value()) + ";");
        }
        finding.instead("how it is defined now", "SHOW CREATE TABLE " + Sql.name(step, alter.name()) + ";");
        if (!modify.renames() && sameType(step, alter, modify) && saysDefault(modify)) {
            finding.instead(
                    "where only the default changes",
                    target + "ALTER COLUMN " + step.quote(modify.column().value()) + " SET DEFAULT /* value */;");
        }
    }

    private static boolean saysDefault(ModifyColumn modify) {
        return modify.definition().constraints().stream()
                .anyMatch(constraint -> constraint.kind() == ColumnConstraint.Kind.DEFAULT);
    }

    private static boolean sameType(Step step, AlterTable alter, ModifyColumn modify) {
        String name = modify.column().value();
        Optional<Column> before = step.before().table(alter.name()).flatMap(table -> table.column(name));
        Optional<Column> after =
                before.flatMap(old -> step.after().table(alter.name()).flatMap(table -> table.column(old.id())));
        return after.isPresent() && after.get().type().equals(before.get().type());
    }
}
