package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.DropObject;
import io.github.migralint.ast.ObjectKind;
import io.github.migralint.ast.ObjectReference;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.LockMode;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.LockRequest;
import io.github.migralint.rules.text.Blocked;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Prose;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A statement stops the users of a table that it does not work on, because a foreign key ties the two. */
public final class ReferencedTableLocked implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
                    "referenced-table-locked",
                    "A statement also locks tables that its own table is tied to by foreign keys.",
                    Category.LOCKING,
                    Risk.MEDIUM,
                    true,
                    List.of(Engines.POSTGRESQL, Engines.MYSQL))
            .withStanding(Standing.ATTACHED);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        List<QualifiedName> named = named(step);
        if (named.isEmpty()) {
            return;
        }
        List<TiedTable> tied = TiedTable.lockedBy(step, named);
        boolean bounded = LockRequest.lockTimeout(step)
                .filter(timeout -> !EngineWords.of(step).isOff(timeout))
                .isPresent();
        if (tied.isEmpty() || (tied.size() == 1 && bounded)) {
            return;
        }
        report.accept(finding(step, named, tied, risk(step, tied.size() > 1, bounded)));
    }

    private static Risk risk(Step step, boolean several, boolean bounded) {
        Risk unbounded = step.statement() instanceof CreateTable
                ? (several ? Risk.MEDIUM : Risk.LOW)
                : (several ? Risk.HIGH : Risk.MEDIUM);
        return bounded ? unbounded.lower() : unbounded;
    }

    /** The tables that a statement says it works on. */
    private static List<QualifiedName> named(Step step) {
        if (step.statement() instanceof DropObject drop && drop.kind() == ObjectKind.TABLE) {
            return drop.objects().stream().map(ObjectReference::name).toList();
        }
        if (step.statement() instanceof AlterTable alter && alter.kind() == ObjectKind.TABLE) {
            return List.of(alter.name());
        }
        if (step.statement() instanceof CreateTable create) {
            return List.of(create.name());
        }
        return List.of();
    }

    private static Finding finding(Step step, List<QualifiedName> named, List<TiedTable> tied, Risk risk) {
        String own = named.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
        String others = Prose.list(tied.stream().map(TiedTable::name).toList());
        LockMode lock = tied.getFirst().lock();
        var finding = Finding.at(step, INFO, Clause.words(step, step.statement().span(), 2))
                .risk(risk)
                .object(others)
                .label("also takes " + lock.words() + " lock on " + others)
                .message("This statement on " + own + " also takes the " + lock.words() + " lock on " + others
                        + ", which "
                        + (tied.size() == 1 ? "a foreign key ties" : "foreign keys tie") + " to it"
                        + (step.transaction().open() && EngineWords.of(step).takesBackSchemaChanges()
                                ? ", until the transaction ends."
                                : "."))
                .blocks(Blocked.instant(lock, others))
                .because(tied.stream().map(TiedTable::because).collect(Collectors.joining("; ")));
        advise(step, tied, finding);
        return finding.build();
    }

    private static void advise(Step step, List<TiedTable> tied, Finding.Builder finding) {
        boolean transactional = EngineWords.of(step).takesBackSchemaChanges();
        if (step.statement() instanceof CreateTable create) {
            finding.instead("with a bound on the wait", EngineWords.of(step).boundWaitOfSession(2));
            if (transactional) {
                finding.instead(
                        "each foreign key in a transaction of its own, after the table",
                        "ALTER TABLE " + Sql.name(step, create.name()) + " ADD CONSTRAINT … FOREIGN KEY (…) REFERENCES "
                                + tied.getFirst().name() + ";");
            }
            return;
        }
        List<String> drops =
                tied.stream().flatMap(table -> table.dropKey(step).stream()).toList();
        if (step.statement() instanceof DropObject && !drops.isEmpty()) {
            finding.instead(
                    transactional
                            ? "first, each in a transaction of its own, with a bound on the wait"
                            : "first, with a bound on the wait",
                    EngineWords.of(step).boundWaitOfSession(2) + "\n" + String.join("\n", drops));
            finding.instead("then", Sql.text(step, step.statement().span()) + ";");
        } else {
            finding.instead(
                    transactional
                            ? "with a bound on the wait, and nothing else in the transaction"
                            : "with a bound on the wait",
                    EngineWords.of(step).boundWaitOfSession(2) + "\n"
                            + Sql.text(step, step.statement().span()) + ";");
        }
    }
}
