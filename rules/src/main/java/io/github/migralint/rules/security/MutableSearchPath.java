package io.github.migralint.rules.security;

import io.github.migralint.ast.CreateFunction;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Following;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.source.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A routine with the rights of its owner that looks up names where its caller says. */
public final class MutableSearchPath implements Rule {
    private static final String PATH = "search_path";

    /** Languages whose code looks up no names of SQL when it runs. */
    private static final Set<String> COMPILED = Set.of("c", "internal");

    private static final RuleInfo INFO = new RuleInfo(
            "mutable-search-path",
            "A SECURITY DEFINER routine looks up names along the search_path of its caller.",
            Category.SECURITY,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof CreateFunction routine && exposed(routine) && !mended(step, routine.name())) {
            boolean bound =
                    routine.body().filter(body -> !body.tokens().isEmpty()).isPresent();
            Span head = new Span(routine.span().start(), routine.name().span().end());
            String kind = routine.procedure() ? "PROCEDURE" : "FUNCTION";
            report.accept(finding(step, routine.name(), head, kind, bound ? Risk.LOW : Risk.HIGH));
        } else if (step.statement() instanceof OtherStatement alter && madeDefiner(alter)) {
            QualifiedName name = alter.objects().getFirst().name();
            if (!mended(step, name)) {
                report.accept(finding(step, name, alter.span(), "FUNCTION", Risk.HIGH));
            }
        }
    }

    private static boolean exposed(CreateFunction routine) {
        return routine.securityDefiner()
                && !COMPILED.contains(routine.language())
                && routine.settings().stream()
                        .noneMatch(setting -> setting.name().equals(PATH));
    }

    /** ALTER FUNCTION has no tree of its own: its words are looked at. */
    private static boolean madeDefiner(OtherStatement alter) {
        return alter.kind().equals("AlterFunctionStmt")
                && !alter.objects().isEmpty()
                && has(alter, "definer")
                && !has(alter, PATH);
    }

    private static boolean has(OtherStatement statement, String word) {
        return statement.tokens().stream().anyMatch(token -> token.isWord(word));
    }

    /** Whether a later statement gives the routine a path, makes it anew or drops it. */
    private static boolean mended(Step step, QualifiedName name) {
        return Following.inHistory(step).anyMatch(later -> mends(later, name));
    }

    private static boolean mends(Statement later, QualifiedName name) {
        if (later instanceof CreateFunction again) {
            return Names.same(again.name(), name);
        }
        if (later instanceof OtherStatement alter) {
            return alter.kind().equals("AlterFunctionStmt")
                    && has(alter, PATH)
                    && alter.objects().stream().anyMatch(object -> Names.same(object.name(), name));
        }
        return later instanceof DropObject drop
                && drop.objects().stream().anyMatch(object -> Names.same(object.name(), name));
    }

    private static Finding finding(Step step, QualifiedName name, Span place, String kind, Risk risk) {
        return Finding.at(step, INFO, place)
                .risk(risk)
                .object(name.toString())
                .label("runs with the rights of its owner on names that its caller chooses")
                .message("Routine " + name
                        + " runs with the rights of its owner and looks up unqualified names along the"
                        + " search_path of its caller: whoever may create a table or function in a schema of that path,"
                        + " the temporary one included, makes it work on his own.")
                .instead(
                        "in the definition, with schemas written before all names in the body",
                        "SET search_path = pg_catalog, pg_temp")
                .instead(
                        "or for the routine as it is",
                        "ALTER " + kind + " " + Sql.name(step, name) + " SET search_path = pg_catalog, pg_temp;")
                .build();
    }
}
