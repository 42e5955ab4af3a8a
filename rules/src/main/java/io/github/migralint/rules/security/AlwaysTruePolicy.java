package io.github.migralint.rules.security;

import io.github.migralint.ast.AlterPolicy;
import io.github.migralint.ast.CreatePolicy;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Suspicion;
import io.github.migralint.rules.facts.Ending;
import io.github.migralint.rules.facts.Following;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.schema.Policy;
import io.github.migralint.schema.Schema;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A policy that lets everybody change every row. */
public final class AlwaysTruePolicy implements Rule {
    /** Roles behind which anybody may stand: all of them, and those that platforms give to visitors and to accounts. */
    private static final Set<String> ANYBODY = Set.of("public", "anon", "authenticated");

    private static final Set<String> ALWAYS = Set.of("true", "1 = 1", "'t'", "'true'", "not false");

    private static final RuleInfo INFO = new RuleInfo(
            "always-true-policy",
            "A policy lets everybody change rows whatever they hold: it restricts nothing.",
            Category.SECURITY,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void suspect(Step step, Consumer<Suspicion> report) {
        if (step.statement() instanceof CreatePolicy policy && policy.permissive() && letsAnybodyWrite(policy)) {
            boolean insertOnly = policy.command().equals("INSERT");
            Expression condition = (insertOnly ? policy.withCheck() : policy.using()).orElseThrow();
            suspect(step, policy.table(), policy.name().value(), condition.span(), insertOnly, report);
        } else if (step.statement() instanceof AlterPolicy policy && always(policy.using())) {
            suspect(
                    step,
                    policy.table(),
                    policy.name().value(),
                    policy.using().orElseThrow().span(),
                    false,
                    report);
        }
    }

    /** That everybody may read is common and meant; that everybody may write is hardly ever. */
    private static boolean letsAnybodyWrite(CreatePolicy policy) {
        boolean anybody = policy.roles().isEmpty() || policy.roles().stream().anyMatch(ANYBODY::contains);
        return anybody
                && switch (policy.command()) {
                    case "SELECT" -> false;
                    case "INSERT" -> always(policy.withCheck());
                    default -> always(policy.using());
                };
    }

    private static boolean always(Optional<Expression> condition) {
        return condition
                .map(written -> written.tokens().stream()
                        .filter(token -> !token.isSymbol("(") && !token.isSymbol(")"))
                        .map(Token::text)
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT))
                .filter(ALWAYS::contains)
                .isPresent();
    }

    private static void suspect(
            Step step, QualifiedName table, String policy, Span place, boolean insertOnly, Consumer<Suspicion> report) {
        boolean changedLater = Following.inHistory(step)
                .anyMatch(later -> later instanceof AlterPolicy change
                        && change.name().value().equals(policy)
                        && Names.same(change.table(), table));
        Optional<Table> known = step.after().table(table);
        if (!changedLater) {
            report.accept(new Suspicion(
                    finding(step, table, policy, place, insertOnly), end -> holds(end, known, table, policy)));
        }
    }

    /** Nothing else narrows what it permits, and it is not gone. */
    private static boolean holds(Schema end, Optional<Table> known, QualifiedName table, String policy) {
        if (known.isEmpty()) {
            return true;
        }
        Optional<Policy> made = named(known.get(), policy);
        return Ending.table(end, known, table)
                .filter(now -> named(now, policy).map(Policy::id).equals(made.map(Policy::id)))
                .filter(now -> now.policies().stream().allMatch(Policy::permissive))
                .isPresent();
    }

    private static Optional<Policy> named(Table table, String policy) {
        return table.policies().stream().filter(p -> p.name().equals(policy)).findFirst();
    }

    private static Finding finding(Step step, QualifiedName table, String policy, Span place, boolean insertOnly) {
        String what = insertOnly ? "insert any row into " : "change and delete every row of ";
        return Finding.at(step, INFO, place)
                .risk(insertOnly ? Risk.MEDIUM : Risk.HIGH)
                .object(table + "." + policy)
                .label("everybody may " + what + table.name())
                .message("The condition of policy " + policy + " is always true: everybody who has rights on "
                        + table.name() + " may " + what + "it.")
                .instead(
                        "a condition on who owns the row, or a policy for the role that may do it",
                        "CREATE POLICY " + step.quote(policy) + " ON " + Sql.name(step, table)
                                + " TO … USING (owner_id = …);")
                .note("Permissive policies are joined by OR: beside this one, all others have no effect.")
                .build();
    }
}
