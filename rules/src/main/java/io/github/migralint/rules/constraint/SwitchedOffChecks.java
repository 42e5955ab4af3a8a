package io.github.migralint.rules.constraint;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.Delete;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.MysqlStatement.SetVariables;
import io.github.migralint.ast.MysqlStatement.VariableAssignment;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.Truncate;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Assignments;
import io.github.migralint.rules.facts.Exposure;
import io.github.migralint.rules.facts.Following;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Variables of a session without which rows are not checked, and what happens while they are off. */
final class SwitchedOffChecks {
    private static final Map<String, String> CHECKED = Map.of(
            "foreign_key_checks", "rows that point at nothing get in",
            "unique_checks", "the server may take duplicates into unique indexes without looking",
            "check_constraint_checks", "rows that break a CHECK get in");

    private SwitchedOffChecks() {}

    static void in(Step step, RuleInfo rule, SetVariables set, Consumer<Finding> report) {
        Assignments.in(set)
                .filter(assignment -> CHECKED.containsKey(assignment.name()) && Assignments.off(assignment))
                .forEach(assignment -> judge(step, rule, assignment, report));
    }

    private static void judge(Step step, RuleInfo rule, VariableAssignment off, Consumer<Finding> report) {
        String name = off.name();
        Exposure exposure = Exposure.of(
                step,
                later -> Assignments.to(later, name).anyMatch(again -> !Assignments.off(again)),
                SwitchedOffChecks::unchecked);
        boolean global = Assignments.everywhere(off);
        if (exposure.ended() && exposure.tables().isEmpty() && !global) {
            return;
        }
        var finding = Finding.at(step, rule, off.span())
                .object(name)
                .instead("at the end of the migration", "SET SESSION " + name + " = 1;")
                .note("Switching it on again checks nothing of what was written meanwhile: look for it with a query.");
        if (exposure.ended() && !global) {
            finding.risk(onlyKeys(step, off) ? Risk.LOW : Risk.MEDIUM)
                    .label("what happens to " + exposure.first().orElseThrow() + " meanwhile is never checked")
                    .message("Until " + name + " is on again " + CHECKED.get(name) + ", also into "
                            + exposure.first().orElseThrow() + ", which is in use; nothing checks them later.");
        } else {
            finding.label(
                            global
                                    ? "it is off for whoever connects from now on"
                                    : "it is off for the rest of the session, and nothing is checked later")
                    .message("The migration sets " + name + " = 0 and not back: from here on " + CHECKED.get(name)
                            + ", and nothing checks them when it is on again.");
        }
        report.accept(finding.build());
    }

    /** The tables to which a statement does what is usually checked. */
    private static Stream<QualifiedName> unchecked(Statement statement) {
        return switch (statement) {
            case Delete delete -> Stream.of(delete.table());
            case DropObject drop
            when drop.kind() == ObjectKind.TABLE -> drop.objects().stream().map(ObjectReference::name);
            case Truncate truncate -> truncate.tables().stream();
            case AlterTable alter when changesKeys(alter) -> Stream.of(alter.name());
            default -> Exposure.written(statement);
        };
    }

    private static boolean changesKeys(AlterTable alter) {
        return alter.actions().stream()
                .anyMatch(action -> addsKey(action)
                        || action instanceof MysqlAction.ModifyColumn
                        || action instanceof AlterAction.DropColumn);
    }

    private static boolean addsKey(AlterAction action) {
        return action instanceof AlterAction.AddConstraint add
                && (add.constraint().kind() == TableConstraint.Kind.FOREIGN_KEY
                        || add.constraint().kind() == TableConstraint.Kind.CHECK);
    }

    /** Off around one foreign key: the way in which it is added without a copy of the table. */
    private static boolean onlyKeys(Step step, VariableAssignment off) {
        List<Statement> between = Following.inMigration(step)
                .takeWhile(later -> Assignments.to(later, off.name()).noneMatch(again -> !Assignments.off(again)))
                .toList();
        return !between.isEmpty()
                && between.stream()
                        .allMatch(later -> later instanceof AlterTable alter
                                && alter.actions().stream().allMatch(SwitchedOffChecks::addsKey));
    }
}
