package io.github.migralint.rules.data;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterSequence;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Select;
import io.github.migralint.history.Step;
import io.github.migralint.history.Timeline.Kind;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Dropped;
import io.github.migralint.rules.facts.ExpandStep;
import io.github.migralint.rules.facts.ExpandSteps;
import io.github.migralint.rules.facts.Recreation;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.facts.Shipment;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.rules.text.Staged;
import io.github.migralint.schema.Sequence;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A counter, stored result or replication position is thrown away. */
public final class StatefulObjectDropped implements Rule {
    private static final Set<ObjectKind> STATEFUL = EnumSet.of(
            ObjectKind.SEQUENCE, ObjectKind.MATERIALIZED_VIEW, ObjectKind.PUBLICATION, ObjectKind.SUBSCRIPTION);

    private static final RuleInfo INFO = new RuleInfo(
            "stateful-object-dropped",
            "A sequence, materialized view, publication, subscription or slot loses what it has kept.",
            Category.DATA,
            Risk.MEDIUM,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof DropObject drop && STATEFUL.contains(drop.kind())) {
            for (Dropped object : Dropped.of(step, drop)) {
                if (object.serving(step) && !superseded(step, object)) {
                    report.accept(dropped(step, object));
                }
            }
        } else if (step.statement() instanceof AlterSequence alter) {
            restarted(step, alter, report);
        } else if (step.statement() instanceof Select select) {
            slots(step, select, report);
        }
    }

    private static boolean superseded(Step step, Dropped object) {
        return switch (object.kind()) {
            case SEQUENCE -> becomesIdentity(step) || goesWithItsTable(step, object.name());
            case MATERIALIZED_VIEW, PUBLICATION ->
                Recreation.of(step, object.kind(), object.reference()).isPresent();
            default -> false;
        };
    }

    /** The sequence of an identity takes over its work. */
    private static boolean becomesIdentity(Step step) {
        return step.migration().statements().stream()
                .filter(AlterTable.class::isInstance)
                .flatMap(alter -> ((AlterTable) alter).actions().stream())
                .anyMatch(AlterAction.AddIdentity.class::isInstance);
    }

    /** By the name that the server gives it, the sequence counted for a table that the release drops. */
    private static boolean goesWithItsTable(Step step, QualifiedName sequence) {
        return step.timeline().since(step.migration().ordinal()).stream()
                        .anyMatch(event ->
                                event.kind() == Kind.DROPPED && sequence.name().startsWith(event.detail() + "_"))
                || Shipment.after(step)
                        .anyMatch(later -> later instanceof DropObject drop
                                && drop.kind() == ObjectKind.TABLE
                                && drop.objects().stream()
                                        .anyMatch(table -> sequence.name()
                                                .startsWith(table.name().name() + "_")));
    }

    private static Finding dropped(Step step, Dropped object) {
        String name = object.kind().words() + " " + object.name();
        List<ExpandStep> prepared = object.found().stream()
                .flatMap(known -> ExpandSteps.ofObject(step, known).stream())
                .toList();
        var finding = Finding.at(step, INFO, object.reference().span())
                .risk(prepared.isEmpty() ? Risk.MEDIUM : Risk.LOW)
                .object(object.name().toString())
                .label(loss(object.kind()))
                .message("Dropping the " + name + ": " + loss(object.kind()) + ".")
                .because(Staged.reason(prepared));
        if (object.kind() == ObjectKind.SEQUENCE) {
            finding.instead(
                    "first write down how far it has counted",
                    "SELECT last_value FROM " + Sql.name(step, object.name()) + ";");
        }
        return finding.instead(
                        "a release after the last that uses it",
                        Sql.text(step, step.statement().span()) + ";")
                .build();
    }

    private static String loss(ObjectKind kind) {
        return switch (kind) {
            case SEQUENCE -> "nothing knows any more which numbers were given out";
            case MATERIALIZED_VIEW -> "its stored rows are gone, and queries that name it fail";
            case PUBLICATION -> "subscribers get no more changes, and fail";
            default -> "the position up to which changes were taken over is lost";
        };
    }

    private static void restarted(Step step, AlterSequence alter, Consumer<Finding> report) {
        if (!alter.options().has("restart") || !Serving.clients(step, alter.name()) || rowsRenewed(step, alter)) {
            return;
        }
        report.accept(Finding.at(step, INFO, alter.name().span())
                .object(alter.name().toString())
                .label("numbers that were given out before may be given out again")
                .message("RESTART of the sequence " + alter.name()
                        + " forgets how far it has counted: if the new value is lower, INSERTs take numbers that exist"
                        + " and fail (23505), or give two things one number.")
                .instead(
                        "never backwards",
                        "SELECT setval('" + Sql.name(step, alter.name()) + "', greatest("
                                + alter.options().value("restart").orElse("1") + ", (SELECT last_value FROM "
                                + Sql.name(step, alter.name()) + ")));")
                .build());
    }

    /** The release itself put rows into the table, or emptied it, and sets the counter to what is there. */
    private static boolean rowsRenewed(Step step, AlterSequence alter) {
        return step.before()
                .relation(alter.name())
                .found()
                .filter(Sequence.class::isInstance)
                .flatMap(sequence -> ((Sequence) sequence).ownerTable())
                .map(table -> step.timeline().of(table).stream()
                        .anyMatch(event -> (event.kind() == Kind.FILLED || event.kind() == Kind.EMPTIED)
                                && step.release().includes(event.origin())))
                .orElse(false);
    }

    private static void slots(Step step, Select select, Consumer<Finding> report) {
        boolean drops = select.query().tokens().stream().anyMatch(token -> token.isWord("pg_drop_replication_slot"));
        if (drops) {
            report.accept(Finding.at(step, INFO, Clause.words(step, select.span(), 2))
                    .object("replication slot")
                    .label("the position up to which changes were taken over is lost")
                    .message("Dropping a replication slot loses the position up to which its reader has taken over"
                            + " changes: it has to begin with a full copy again.")
                    .instead("first", "-- make sure that nothing reads from the slot any more")
                    .build());
        }
    }
}
