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
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.ExpandSteps;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.KnownConstraint;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Constraint;
import io.github.migralint.schema.Constraint.Kind;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import java.util.Optional;
import java.util.function.Consumer;

/** A rule that the database kept goes, and nothing takes its place. */
public final class ConstraintDropped implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "constraint-dropped",
            "A constraint is dropped and nothing takes its place.",
            Category.CONSTRAINT,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        for (DroppedConstraint dropped : DroppedConstraint.of(step)) {
            boolean ofOtherRules = dropped.isPrimaryKey()
                    || dropped.constraint()
                            .filter(constraint -> constraint.kind() == Kind.NOT_NULL)
                            .isPresent();
            if (!ofOtherRules) {
                report.accept(new Suspicion(finding(step, dropped), end -> missed(end, dropped)));
            }
        }
    }

    private static boolean missed(Schema end, DroppedConstraint dropped) {
        Optional<Table> table = dropped.atTheEnd(end);
        if (dropped.constraint().isEmpty()) {
            return table.map(t -> t.constraint(dropped.name()).isEmpty())
                    .orElse(dropped.table().isEmpty());
        }
        Constraint lost = dropped.constraint().get();
        return table.filter(t -> !ExpandSteps.isTombstone(t.name().name()))
                .filter(t -> !Ending.replaces(end, t, lost))
                .filter(t -> !Ending.pointless(end, t, lost))
                .filter(t -> !Ending.saidByNotNull(t, lost) && !saidByBound(t, lost))
                .isPresent();
    }

    /** Rows of a partition keep to its bound; the CHECK that said so before it was attached may go. */
    private static boolean saidByBound(Table table, Constraint lost) {
        return lost.kind() == Kind.CHECK && table.partitionOf().isPresent();
    }

    private static Finding finding(Step step, DroppedConstraint dropped) {
        String table = dropped.alter().name().name();
        var finding =
                Finding.at(step, INFO, dropped.place()).object(dropped.alter().name() + "." + dropped.name());
        if (dropped.constraint().isEmpty()) {
            return finding.label("nothing checks from now on what " + dropped.name() + " checked")
                    .message("Dropping " + dropped.name() + " lets rows into " + table + " that it refused until now.")
                    .because(Known.relation(step, dropped.alter().name()))
                    .build();
        }
        Constraint lost = dropped.constraint().get();
        Table known = dropped.table().orElseThrow();
        finding.label(consequence(step, known, lost))
                .message("Dropping " + KnownConstraint.words(lost) + " lets rows into " + table
                        + " that it refused until now, and nothing takes its place.")
                .because(Known.since(
                        lost.name() + " is a " + KnownConstraint.kind(lost.kind()) + " of " + table,
                        lost.origin(),
                        lost.name() + " was created here"));
        advise(step, dropped, known, lost, finding);
        return finding.build();
    }

    private static String consequence(Step step, Table table, Constraint lost) {
        String columns = KnownConstraint.columns(table, lost.columns());
        return switch (lost.kind()) {
            case FOREIGN_KEY ->
                columns + " may hold values that " + KnownConstraint.parent(step.before(), lost)
                        + " does not have, and rows there may go while "
                        + table.name().name() + " needs them";
            case UNIQUE -> "two rows with the same " + columns + " are accepted from now on";
            default -> "rows that " + lost.name() + " refused are accepted from now on";
        };
    }

    private static void advise(
            Step step, DroppedConstraint dropped, Table table, Constraint lost, Finding.Builder finding) {
        String alter = "ALTER TABLE " + Sql.name(step, dropped.alter().name());
        if (!EngineWords.of(step).validatesLater()) {
            finding.instead(
                    "where another rule takes its place: both in one statement",
                    alter + " " + Sql.text(step, dropped.place()) + ", ADD "
                            + KnownConstraint.definition(step, table, lost)
                                    .orElse("UNIQUE KEY (" + KnownConstraint.quoted(step, table, lost.columns()) + ")")
                            + ";");
            return;
        }
        String name = step.quote(dropped.name() + "_new");
        KnownConstraint.definition(step, table, lost)
                .ifPresent(definition -> finding.instead(
                                "where another rule takes its place: that first",
                                alter + " ADD CONSTRAINT " + name + " " + definition + " NOT VALID;")
                        .instead("in the next transaction", alter + " VALIDATE CONSTRAINT " + name + ";")
                        .instead("then", alter + " DROP CONSTRAINT " + step.quote(dropped.name()) + ";"));
        if (lost.kind() == Kind.UNIQUE) {
            String columns = KnownConstraint.quoted(step, table, lost.columns());
            finding.instead(
                            "where another key takes its place: its index first, outside a transaction",
                            "CREATE UNIQUE INDEX CONCURRENTLY " + name + " ON "
                                    + Sql.name(step, dropped.alter().name()) + " (" + columns + ");")
                    .instead("then", alter + " DROP CONSTRAINT " + step.quote(dropped.name()) + ";")
                    .note("INSERT … ON CONFLICT (" + columns
                            + ") of the running release fails as soon as no unique index is left (42P10).");
        }
    }
}
