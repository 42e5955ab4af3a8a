package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.CodeUsers;
import io.github.migralint.rules.facts.CodeUsers.User;
import io.github.migralint.rules.facts.Recreation;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Refusal;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Code in the database names what is dropped or renamed; the server notices only when it runs. */
public final class DependentObjectBroken implements Rule {
    private static final int NAMED_AT_MOST = 3;

    private static final RuleInfo INFO = new RuleInfo(
            "dependent-object-broken",
            "A function or trigger names what is dropped or renamed, and fails when it runs next.",
            Category.COMPATIBILITY,
            Risk.CRITICAL,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof DropObject drop
                && (drop.kind() == ObjectKind.TABLE || drop.kind() == ObjectKind.VIEW)) {
            for (ObjectReference object : drop.objects()) {
                relation(step, object, "dropped", report);
            }
        } else if (step.statement() instanceof Rename rename) {
            renamed(step, rename, report);
        } else if (step.statement() instanceof AlterTable alter && alter.kind() == ObjectKind.TABLE) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof AlterAction.DropColumn drop) {
                    column(step, alter.name(), drop.column(), "dropped", drop.span(), report);
                }
            }
        }
    }

    private static void renamed(Step step, Rename rename, Consumer<Finding> report) {
        Optional<Identifier> member = rename.member();
        if (rename.kind() == ObjectKind.COLUMN && member.isPresent()) {
            column(
                    step,
                    rename.object().name(),
                    member.get(),
                    "renamed to " + rename.newName(),
                    member.get().span(),
                    report);
        } else if (member.isEmpty() && (rename.kind() == ObjectKind.TABLE || rename.kind() == ObjectKind.VIEW)) {
            relation(step, rename.object(), "renamed to " + rename.newName(), report);
        }
    }

    private static void relation(Step step, ObjectReference object, String fate, Consumer<Finding> report) {
        Optional<Relation> relation = step.before()
                .relation(object.name())
                .found()
                .filter(found -> found instanceof Table || found instanceof View)
                .filter(found -> Serving.clients(step, found.id()));
        // What a block puts together later is not seen from here, and it may give the name away again.
        boolean composed =
                step.embedding().filter(inner -> inner.composed().isPresent()).isPresent();
        boolean answered = composed
                || Recreation.of(step, ObjectKind.TABLE, object).isPresent()
                || Recreation.of(step, ObjectKind.VIEW, object).isPresent();
        if (relation.isPresent() && !answered) {
            List<User> users = new CodeUsers(step).ofRelation(relation.get());
            report(step, object.name().toString(), fate, object.span(), users, report);
        }
    }

    private static void column(
            Step step, QualifiedName table, Identifier column, String fate, Span place, Consumer<Finding> report) {
        step.before()
                .table(table)
                .filter(found -> Serving.clients(step, found.id())
                        && found.column(column.value()).isPresent())
                .ifPresent(found -> {
                    List<User> users = new CodeUsers(step).ofColumn(found, column.value());
                    report(step, table + "." + column, fate, place, users, report);
                });
    }

    private static void report(
            Step step, String object, String fate, Span place, List<User> users, Consumer<Finding> report) {
        if (users.isEmpty()) {
            return;
        }
        boolean everyWrite = users.stream().anyMatch(user -> user.trigger().isPresent());
        String names =
                users.stream().limit(NAMED_AT_MOST).map(User::words).distinct().collect(Collectors.joining(", "));
        var finding = Finding.at(step, INFO, place)
                .risk(everyWrite ? Risk.CRITICAL : Risk.HIGH)
                .object(object)
                .label(names + (users.size() == 1 ? " fails" : " fail") + " at the next "
                        + (everyWrite ? "write" : "call"))
                .message(object + " is " + fate + ", and " + names + " still names it: "
                        + (everyWrite
                                ? "from then on every write that fires the trigger fails."
                                : "the server does not look into function bodies, so it fails when it is called next."))
                .because(users.stream()
                        .limit(NAMED_AT_MOST)
                        .map(user -> "the body of " + user.routine().name().name() + " names "
                                + object.substring(object.lastIndexOf('.') + 1))
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .instead(
                        "before, in the same transaction",
                        users.stream()
                                .limit(NAMED_AT_MOST)
                                .map(user -> "CREATE OR REPLACE "
                                        + (user.routine().procedure() ? "PROCEDURE " : "FUNCTION ")
                                        + step.quote(user.routine().name().name()) + " /* without it */;")
                                .distinct()
                                .collect(Collectors.joining("\n")));
        users.stream()
                .limit(NAMED_AT_MOST)
                .forEach(user -> Refusal.at(user.routine().origin(), user.words() + " is made here")
                        .ifPresent(finding::related));
        report.accept(finding.build());
    }
}
