package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Rename;
import io.github.migralint.effect.Effect.Fails;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.CodeUsers;
import io.github.migralint.rules.facts.CodeUsers.User;
import io.github.migralint.rules.facts.Recreation;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Refusal;
import io.github.migralint.schema.Relation;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.schema.View;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Code in the database names what is dropped or renamed, and the server notices only when it runs. */
public final class DependentObjectBroken implements Rule {
    private static final int NAMED_AT_MOST = 3;

    private static final RuleInfo INFO = new RuleInfo(
            "dependent-object-broken",
            "A function, trigger or view names what is dropped or renamed, and fails when it runs next.",
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
                    column(step, alter.name(), drop.column().value(), "dropped", drop.span(), report);
                }
            }
            otherNames(step, report);
        } else if (step.statement() instanceof MysqlStatement.RenameTables) {
            otherNames(step, report);
        }
    }

    /** What gets another name by a statement that does other things too. */
    private static void otherNames(Step step, Consumer<Finding> report) {
        for (Renaming renaming : Renaming.of(step)) {
            String fate = "renamed to " + renaming.newName();
            if (renaming.kind() == ObjectKind.COLUMN) {
                column(step, renaming.owner(), renaming.oldName(), fate, renaming.place(), report);
            } else if (renaming.kind() == ObjectKind.TABLE) {
                var object =
                        new ObjectReference(renaming.owner(), Optional.empty(), Optional.empty(), renaming.place());
                relation(step, object, fate, report);
            }
        }
    }

    private static void renamed(Step step, Rename rename, Consumer<Finding> report) {
        Optional<Identifier> member = rename.member();
        if (rename.kind() == ObjectKind.COLUMN && member.isPresent()) {
            column(
                    step,
                    rename.object().name(),
                    member.get().value(),
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
            Step step, QualifiedName table, String column, String fate, Span place, Consumer<Finding> report) {
        step.before()
                .table(table)
                .filter(found -> Serving.clients(step, found.id())
                        && found.column(column).isPresent())
                .ifPresent(found -> {
                    List<User> users = new CodeUsers(step).ofColumn(found, column);
                    report(step, table + "." + column, fate, place, users, report);
                });
    }

    private static void report(
            Step step, String object, String fate, Span place, List<User> users, Consumer<Finding> report) {
        if (users.isEmpty() || !step.effects().of(Fails.class).isEmpty()) {
            return;
        }
        boolean everyWrite = users.stream().anyMatch(user -> user.trigger().isPresent());
        boolean readOnly = users.stream().allMatch(User::isView);
        String names =
                users.stream().limit(NAMED_AT_MOST).map(User::words).distinct().collect(Collectors.joining(", "));
        var finding = Finding.at(step, INFO, place)
                .risk(everyWrite ? Risk.CRITICAL : Risk.HIGH)
                .object(object)
                .label(names + (users.size() == 1 ? " fails" : " fail") + " at the next "
                        + (everyWrite ? "write" : readOnly ? "query" : "call"))
                .message(object + " is " + fate + ", and " + names
                        + (users.size() == 1 ? " still names it: " : " still name it: ")
                        + consequence(step, everyWrite, readOnly))
                .because(users.stream()
                        .limit(NAMED_AT_MOST)
                        .map(user -> (user.isView() ? "the query of " : "the body of ")
                                + user.code().name().name() + " names "
                                + object.substring(object.lastIndexOf('.') + 1))
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .instead(
                        EngineWords.of(step).takesBackSchemaChanges()
                                ? "before, in the same transaction"
                                : "before, in the same migration",
                        users.stream()
                                .limit(NAMED_AT_MOST)
                                .map(user -> anew(step, user))
                                .distinct()
                                .collect(Collectors.joining("\n")));
        users.stream()
                .limit(NAMED_AT_MOST)
                .forEach(user -> Refusal.at(user.code().origin(), user.words() + " is made here")
                        .ifPresent(finding::related));
        report.accept(finding.build());
    }

    private static String consequence(Step step, boolean everyWrite, boolean readOnly) {
        boolean numbered = !EngineWords.of(step).takesBackSchemaChanges();
        if (everyWrite) {
            return "from then on every write that fires the trigger fails" + (numbered ? " with error 1054." : ".");
        }
        return readOnly
                ? "nothing changes in it, so it fails with error 1356 when it is read next."
                : "the server does not look into function bodies, so it fails when it is called next.";
    }

    /** What makes the code anew without the name; MySQL has to drop it before. */
    private static String anew(Step step, User user) {
        boolean ownTrigger = user.trigger().isPresent()
                && user.code() instanceof Routine routine
                && routine.returnType().equals("trigger")
                && !step.engine().dialect().equals(Engines.POSTGRESQL);
        String sort = ownTrigger ? "TRIGGER" : user.sort();
        String name = sort + " " + step.quote(user.code().name().name());
        boolean replaces = user.isView() || !step.engine().dialect().equals(Engines.MYSQL);
        return replaces
                ? "CREATE OR REPLACE " + name + " /* without it */;"
                : "DROP " + name + ";\nCREATE " + name + " /* without it */;";
    }
}
