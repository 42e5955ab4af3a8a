package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Statement;
import io.github.migralint.ast.TransactionControl;
import io.github.migralint.ast.TransactionControl.Action;
import io.github.migralint.framework.TransactionMode;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** BEGIN and COMMIT of the file do not fit to each other, or to the transaction of the tool. */
public final class UnbalancedTransaction implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unbalanced-transaction",
            "BEGIN, COMMIT or ROLLBACK does not fit to the transaction that is open there.",
            Category.TRANSACTION,
            Risk.HIGH,
            true,
            List.of("postgresql"));

    private static final Set<Action> ENDS = Set.of(Action.COMMIT, Action.ROLLBACK, Action.PREPARE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (!(step.statement() instanceof TransactionControl control)
                || step.embedding().isPresent()) {
            return;
        }
        if (control.action() == Action.BEGIN) {
            begins(step, report);
        } else if (ENDS.contains(control.action()) && !step.transaction().explicit()) {
            ends(step, control, report);
        }
    }

    private static void begins(Step step, Consumer<Finding> report) {
        TransactionMode mode = step.migration().transaction().mode();
        boolean ended = step.following().stream().anyMatch(UnbalancedTransaction::ends);
        if (step.transaction().explicit()) {
            report.accept(nested(step));
        } else if (step.transaction().open() && mode == TransactionMode.WRAPPED) {
            report.accept(insideTheTools(step, ended));
        } else if (!ended && mode != TransactionMode.WRAPPED) {
            report.accept(neverEnded(step));
        }
    }

    private static boolean ends(Statement statement) {
        return statement instanceof TransactionControl control && ENDS.contains(control.action());
    }

    private static Finding nested(Step step) {
        return at(step)
                .label("a transaction is open already")
                .message("This transaction begins inside another: the server only warns, and the next COMMIT ends both.")
                .because("the file began a transaction before and has not ended it")
                .instead("for a part that can be taken back", "SAVEPOINT part;")
                .build();
    }

    private static Finding insideTheTools(Step step, boolean ended) {
        var finding = at(step)
                .because(step.migration().transaction().reason())
                .instead("in its place", "-- neither BEGIN nor COMMIT: the tool has them");
        if (!ended) {
            return finding.risk(Risk.LOW)
                    .label("a transaction is open already")
                    .message("The migration runs in a transaction already: the server only warns.")
                    .build();
        }
        return finding.label("its COMMIT ends the transaction of the tool")
                .message("The migration runs in a transaction already: this BEGIN does nothing, and the COMMIT after it"
                        + " ends the transaction of the tool.")
                .note("If a statement behind that COMMIT fails, everything before it stays, and the tool does not know:"
                        + " the next attempt meets what is there already.")
                .build();
    }

    private static Finding neverEnded(Step step) {
        return at(step)
                .label("no COMMIT follows")
                .message("This transaction is never committed: when the session ends, the server takes everything back"
                        + " that was done in it.")
                .because("neither COMMIT nor ROLLBACK follows in the file")
                .instead("at the end of the file", "COMMIT;")
                .build();
    }

    private static void ends(Step step, TransactionControl control, Consumer<Finding> report) {
        String word = Sql.text(step, control.span());
        if (!step.transaction().open() || step.migration().transaction().mode() != TransactionMode.WRAPPED) {
            report.accept(at(step)
                    .label("no transaction was begun")
                    .message("There is no BEGIN for this " + word + ": "
                            + (step.transaction().open()
                                    ? "it ends the transaction that the server made of the file."
                                    : "the server only warns, and what was meant to be one transaction is none."))
                    .because(
                            step.transaction().open()
                                    ? step.migration().transaction().reason()
                                    : "the file begins no transaction before it")
                    .instead("where the transaction should begin", "BEGIN;")
                    .build());
            return;
        }
        boolean commits = control.action() != Action.ROLLBACK;
        report.accept(at(step)
                .label("ends the transaction of the tool")
                .message(
                        commits
                                ? "This " + word + " ends the transaction of the tool: what follows runs outside of it,"
                                        + " and what came before stays if that fails."
                                : "This " + word + " takes back everything that the migration did until here, and the"
                                        + " tool still counts it as done.")
                .because(step.migration().transaction().reason())
                .instead("in its place", "-- nothing: what must be committed first goes into an earlier migration")
                .build());
    }

    private static Finding.Builder at(Step step) {
        return Finding.at(step, INFO, step.statement().span())
                .object(Sql.text(step, step.statement().span()));
    }
}
