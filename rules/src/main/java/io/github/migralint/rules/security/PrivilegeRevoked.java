package io.github.migralint.rules.security;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.Grant;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.DroppedPolicy;
import io.github.migralint.rules.facts.Following;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Routine;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A role loses what running code may still need. */
public final class PrivilegeRevoked implements Rule {
    private static final String EVERYBODY = "public";
    private static final Set<ObjectKind> RELATIONS =
            Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SEQUENCE);
    private static final Set<ObjectKind> ROUTINES =
            Set.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.ROUTINE);

    private static final RuleInfo INFO = new RuleInfo(
            "privilege-revoked",
            "A role loses rights, or the role itself goes, while running code may still need it.",
            Category.SECURITY,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof Grant grant && grant.revoke() && !grant.grantOption()) {
            revoked(step, grant, report);
        } else if (step.statement() instanceof DropObject drop && drop.kind() == ObjectKind.ROLE) {
            drop.objects()
                    .forEach(role -> report.accept(role(step, role, drop.span(), "goes: whoever logs in as it fails")));
        } else if (step.statement() instanceof OtherStatement alter
                && alter.kind().equals("AlterRoleStmt")
                && alter.tokens().stream().anyMatch(token -> token.isWord("nologin"))) {
            alter.objects().forEach(role -> report.accept(role(step, role, alter.span(), "may not log in any more")));
        } else if (step.statement() instanceof OtherStatement account) {
            account(step, account, report);
        }
    }

    /** Accounts of MySQL and MariaDB, of which the words are looked at. */
    private static void account(Step step, OtherStatement statement, Consumer<Finding> report) {
        boolean drops = statement.kind().equals("DROP USER") || statement.kind().equals("DROP ROLE");
        boolean locks = statement.kind().equals("ALTER USER") && has(statement, "account") && has(statement, "lock");
        if (drops || locks) {
            String how = drops ? "goes: whoever logs in as it fails" : "may not log in any more";
            statement.objects().forEach(role -> report.accept(role(step, role, statement.span(), how)));
        }
    }

    private static boolean has(OtherStatement statement, String word) {
        return statement.tokens().stream().anyMatch(token -> token.isWord(word));
    }

    /** One of several permissive policies: some rows vanish for somebody. The last one is a danger of its own. */
    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        for (DroppedPolicy dropped : DroppedPolicy.of(step)) {
            boolean others = step.after()
                    .table(dropped.tableName())
                    .filter(Table::rowSecurity)
                    .filter(table -> table.policies().stream().anyMatch(Policy::permissive))
                    .isPresent();
            if (dropped.permits() && others) {
                report.accept(new Suspicion(policy(step, dropped), dropped::missed));
            }
        }
    }

    private static void revoked(Step step, Grant grant, Consumer<Finding> report) {
        List<ObjectReference> serving = grant.objects().stream()
                .filter(object -> serves(step, grant, object))
                .toList();
        if (serving.isEmpty()) {
            return;
        }
        boolean everybodyOnly = grant.grantees().stream().allMatch(EVERYBODY::equals);
        boolean givenBack = Following.inMigration(step)
                .anyMatch(later -> later instanceof Grant back
                        && !back.revoke()
                        && back.grantees().stream().anyMatch(grant.grantees()::contains)
                        && back.objects().stream()
                                .anyMatch(object ->
                                        serving.stream().anyMatch(lost -> Names.same(object.name(), lost.name()))));
        String who = String.join(", ", grant.grantees());
        String what = serving.stream().map(object -> object.name().toString()).collect(Collectors.joining(", "));
        String rights = grant.kind().isEmpty() ? "membership" : String.join(", ", grant.privileges());
        String where = (grant.kind().isEmpty() ? " in " : grant.allInSchema() ? " on all in " : " on ") + what;
        String error = EngineWords.of(step).takesBackSchemaChanges()
                ? "\"permission denied\" (42501)"
                : "\"command denied\" (error 1142)";
        report.accept(Finding.at(step, INFO, grant.span())
                .risk(everybodyOnly || givenBack ? Risk.LOW : Risk.MEDIUM)
                .object(who)
                .label(who + " loses " + rights + where)
                .message("From the commit on " + who + " has no " + rights + where
                        + ": statements of running code that need it fail with " + error + ".")
                .instead("an earlier release", "-- the code that runs as " + who + " no longer needs it")
                .build());
    }

    /** What was made in this release has no users that could lose anything. */
    private static boolean serves(Step step, Grant grant, ObjectReference object) {
        ObjectKind kind = grant.kind().orElse(ObjectKind.ROLE);
        if (grant.allInSchema()) {
            return true;
        }
        if (RELATIONS.contains(kind)) {
            return Serving.clients(step, object.name());
        }
        var routines = ROUTINES.contains(kind) ? step.before().routines(object.name()) : List.<Routine>of();
        return routines.isEmpty() || routines.stream().anyMatch(routine -> Serving.clients(step, routine.id()));
    }

    private static Finding role(Step step, ObjectReference role, Span place, String how) {
        String name = role.name().toString();
        boolean roles = EngineWords.of(step).takesBackSchemaChanges();
        return Finding.at(step, INFO, place)
                .object(name)
                .label(name + " " + how)
                .message((roles ? "Role " : "Account ") + name + " " + how
                        + (roles ? ", from the commit on" : ", at once") + " and in every database of the server.")
                .instead("an earlier release", "-- nothing connects as " + name + " any more")
                .build();
    }

    private static Finding policy(Step step, DroppedPolicy dropped) {
        String table = dropped.tableName().name();
        return Finding.at(step, INFO, dropped.place())
                .object(dropped.tableName() + "." + dropped.name())
                .label("rows that " + dropped.name() + " permitted vanish for those who saw them by it")
                .message(
                        "The policy " + dropped.name() + " of " + table
                                + " goes and no other takes its place: rows vanish, without an error, for those who saw them by it.")
                .instead(
                        "an earlier release",
                        "-- the code that needs these rows is gone, or another policy permits them")
                .build();
    }
}
