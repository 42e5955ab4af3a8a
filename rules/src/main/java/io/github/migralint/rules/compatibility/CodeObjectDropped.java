package io.github.migralint.rules.compatibility;

import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Reason;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Dropped;
import io.github.migralint.rules.facts.ExpandStep;
import io.github.migralint.rules.text.Known;
import io.github.migralint.rules.text.Sql;
import io.github.migralint.rules.text.Staged;
import io.github.migralint.schema.SchemaObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A view, routine, trigger, type or extension goes while the running release may still use it. */
public final class CodeObjectDropped implements Rule {
    private static final Set<ObjectKind> CODE = EnumSet.of(
            ObjectKind.VIEW,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.ROUTINE,
            ObjectKind.AGGREGATE,
            ObjectKind.OPERATOR,
            ObjectKind.TRIGGER,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.RULE,
            ObjectKind.EXTENSION);

    private static final RuleInfo INFO = new RuleInfo(
            "code-object-dropped",
            "A view, routine, trigger or type is dropped that the running release may use.",
            Category.COMPATIBILITY,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof DropObject drop) || !CODE.contains(drop.kind())) {
            return;
        }
        for (Dropped object : Dropped.of(step, drop)) {
            var use = new CodeUse(step, object);
            if (use.any()) {
                Successor successor = Successor.of(step, object);
                if (successor.fate() != Successor.Fate.SAME) {
                    report.accept(finding(step, object, use, successor));
                }
            }
        }
    }

    private static Finding finding(Step step, Dropped object, CodeUse use, Successor successor) {
        String name = object.kind().words() + " " + object.name();
        var finding = Finding.at(step, INFO, object.reference().span())
                .object(object.name().toString());
        switch (successor.fate()) {
            case LESS ->
                finding.label("comes back " + successor.difference())
                        .message("The " + name + " is dropped and made again " + successor.difference()
                                + ": code of the running release that uses that fails.");
            case LATER ->
                finding.risk(Risk.LOW)
                        .label("is missing until it is made again")
                        .message("The " + name + " is dropped and made again, but not in one transaction: whoever uses"
                                + " it in between fails.")
                        .because(step.migration().transaction().reason());
            case NONE, SAME -> gone(step, object, use, name, finding);
        }
        return finding.build();
    }

    private static void gone(Step step, Dropped object, CodeUse use, String name, Finding.Builder finding) {
        List<ExpandStep> prepared = use.prepared();
        if (!prepared.isEmpty()) {
            finding.risk(Risk.LOW)
                    .label("contract step: " + Staged.sentence(prepared))
                    .message("Dropping the " + name + " ends what an earlier release began: "
                            + Staged.sentence(prepared) + ".")
                    .because(Staged.reason(prepared));
            return;
        }
        boolean silent = object.kind() == ObjectKind.TRIGGER || object.kind() == ObjectKind.RULE;
        finding.label(
                        silent
                                ? "what it did for every change of the table is no longer done"
                                : "code of the running release that uses it fails")
                .message(
                        silent
                                ? "Without the " + name
                                        + " the running release goes on, and what the database did for it is no longer"
                                        + " done."
                                : "Dropping the " + name + " breaks code of the running release that uses it.")
                .because(since(object))
                .instead(
                        "an earlier release",
                        silent
                                ? "-- the application does itself what the " + name + " did"
                                : "-- the application stops using " + object.name())
                .instead(
                        "when that release runs everywhere",
                        Sql.text(step, step.statement().span()) + ";");
    }

    private static Reason since(Dropped object) {
        Optional<SchemaObject> known = object.only().filter(one -> one.origin().migration() >= 0);
        String name = object.name().name();
        return known.map(one -> Known.since(name + " exists", one.origin(), name + " was created here"))
                .orElse(Reason.of(""));
    }
}
