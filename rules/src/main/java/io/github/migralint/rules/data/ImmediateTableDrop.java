package io.github.migralint.rules.data;

import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect.TakesLock;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.ExpandStep;
import io.github.migralint.rules.facts.ExpandSteps;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.rules.text.Staged;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A table goes while the running release may still use it. */
public final class ImmediateTableDrop implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "immediate-table-drop",
            "A table is dropped and no earlier release stopped using it.",
            Category.DATA,
            Risk.HIGH,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof CreateTable create
                && create.replace()
                && Serving.clients(step, create.name())) {
            report.accept(replaced(step, create));
        }
        if (!(step.statement() instanceof DropObject drop) || drop.kind() != ObjectKind.TABLE) {
            return;
        }
        for (ObjectReference object : drop.objects()) {
            boolean skipped =
                    drop.ifExists() && step.before().relation(object.name()).isAbsent();
            if (!skipped && Serving.clients(step, object.name())) {
                report.accept(finding(step, object));
            }
        }
    }

    private static Finding finding(Step step, ObjectReference object) {
        Optional<Table> table = step.before().table(object.name());
        List<ExpandStep> prepared = table.map(t -> ExpandSteps.ofTable(step, t)).orElse(List.of());
        var finding = Finding.at(step, INFO, object.span()).object(object.name().toString());
        if (prepared.isEmpty()) {
            unprepared(step, object.name(), table, finding);
        } else {
            finding.risk(Risk.LOW)
                    .label("contract step: " + object.name() + " was prepared for this in an earlier release")
                    .message("Dropping " + object.name() + " loses its rows for good; an earlier release prepared it: "
                            + Staged.sentence(prepared) + ".")
                    .because(Staged.reason(prepared));
        }
        table.ifPresent(t -> referenced(step, t, finding));
        return finding.build();
    }

    /** A table that takes the place of another one begins empty. */
    private static Finding replaced(Step step, CreateTable create) {
        String name = create.name().toString();
        String sql = Sql.name(step, create.name());
        return Finding.at(
                        step,
                        INFO,
                        new Span(create.span().start(), create.name().span().end()))
                .object(name)
                .label("drops " + name + " first: its rows are gone")
                .message("CREATE OR REPLACE drops " + name
                        + " with all of its rows, without asking, before it makes the" + " new one.")
                .because(Known.relation(step, create.name()))
                .instead("where the table may be there already", "CREATE TABLE IF NOT EXISTS " + sql + " …")
                .instead("to change what differs", "ALTER TABLE " + sql + " /* what differs */;")
                .build();
    }

    private static void unprepared(Step step, QualifiedName name, Optional<Table> table, Finding.Builder finding) {
        finding.label("the running release may still use " + name + "; its rows are gone")
                .message("Dropping " + name + " loses its rows for good, and code that still names the table fails.")
                .because(Known.relation(step, name)
                        .and(table.isPresent() ? ", and no earlier release moved it out of the way" : ""));
        Optional<Table> parent =
                table.flatMap(Table::partitionOf).flatMap(part -> step.before().table(part.parent()));
        String sql = Sql.name(step, name);
        if (parent.isPresent()) {
            finding.instead(
                            "an earlier migration",
                            "ALTER TABLE "
                                    + Sql.beside(step, name, parent.get().name().name()) + " DETACH PARTITION " + sql
                                    + " CONCURRENTLY;")
                    .instead("when its rows are archived", "DROP TABLE " + sql + ";");
            return;
        }
        String tombstone = name.name() + "_to_drop";
        finding.instead("an earlier release", "-- the application stops reading and writing " + name.name())
                .instead(
                        "when that release runs everywhere: a step that can be taken back",
                        "ALTER TABLE " + sql + " RENAME TO " + step.quote(tombstone) + ";")
                .instead("when nobody missed it", "DROP TABLE " + Sql.beside(step, name, tombstone) + ";");
    }

    private static void referenced(Step step, Table table, Finding.Builder finding) {
        Set<String> locked = step.effects().of(TakesLock.class).stream()
                .map(lock -> lock.relation().name())
                .collect(Collectors.toSet());
        List<String> parents = table.constraints().stream()
                .flatMap(constraint -> constraint.foreignKey().stream())
                .map(key -> key.tableName().name())
                .filter(parent -> !parent.equals(table.name().name()) && locked.contains(parent))
                .distinct()
                .toList();
        if (!parents.isEmpty()) {
            finding.note("Its foreign keys go with it, which locks " + String.join(", ", parents)
                    + " as well: drop each key in a transaction of its own first.");
        }
    }
}
