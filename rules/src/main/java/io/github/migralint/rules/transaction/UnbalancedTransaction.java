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
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.text.Sql;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** BEGIN and COMMIT of the file do not fit to each other, or to the transaction of the tool. */
public final class UnbalancedTransaction implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "unbalanced-transaction",
            "BEGIN, COMMIT or ROLLBACK does not fit to the transaction that is open there.",
            Category.TRANSACTION,
            Risk.HIGH,
            true,
            Engines.ALL);

    private static final Set<TransactionMode> OF_TOOLS = EnumSet.of(TransactionMode.WRAPPED, TransactionMode.SHARED);
    private static final int LOOKED_AT = 500;
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
        } else if (ENDS.contains(control.action()) && isNotItsOwn(step)) {
            ends(step, control, report);
        }
    }

    private static boolean isNotItsOwn(Step step) {
        return step.transaction().ofTool() || (!step.transaction().explicit() && !endedByTheWay(step));
    }

    /** Whether a change of the schema ended, on an engine that commits at each, what the file had begun. */
    private static boolean endedByTheWay(Step step) {
        if (EngineWords.of(step).takesBackSchemaChanges()) {
            return false;
        }
        if (OF_TOOLS.contains(step.migration().transaction().mode())) {
            return !step.transaction().ofTool();
        }
        List<Statement> earlier = step.migration().statements().subList(0, step.index());
        return earlier.reversed().stream()
                        .limit(LOOKED_AT)
                        .flatMap(UnbalancedTransaction::control)
                        .findFirst()
                        .filter(control -> control.action() == Action.BEGIN)
                        .isPresent()
                || step.transaction().sets("autocommit");
    }

    private static Stream<TransactionControl> control(Statement statement) {
        return statement instanceof TransactionControl control
                        && (control.action() == Action.BEGIN || ENDS.contains(control.action()))
                ? Stream.of(control)
                : Stream.empty();
    }

    private static void begins(Step step, Consumer<Finding> report) {
        boolean ended = step.following().stream().anyMatch(UnbalancedTransaction::ends);
        if (step.transaction().explicit()) {
            report.accept(nested(step));
        } else if (step.transaction().ofTool()) {
            if (!ended) {
                report.accept(needless(step));
            }
        } else if (!ended && !OF_TOOLS.contains(step.migration().transaction().mode())) {
            report.accept(neverEnded(step));
        }
    }

    private static boolean ends(Statement statement) {
        return statement instanceof TransactionControl control && ENDS.contains(control.action());
    }

    private static Finding nested(Step step) {
        return at(step).label("a transaction is open already")
                .message(
                        EngineWords.of(step).takesBackSchemaChanges()
                                ? "This transaction begins inside another: the server only warns, and the next COMMIT"
                                        + " ends both."
                                : "This transaction begins inside another, which it commits: a ROLLBACK takes back only"
                                        + " what follows.")
                .because("the file began a transaction before and has not ended it")
                .instead("for a part that can be taken back", "SAVEPOINT part;")
                .build();
    }

    private static Finding needless(Step step) {
        return at(step).risk(Risk.LOW)
                .label("a transaction is open already")
                .message(
                        EngineWords.of(step).takesBackSchemaChanges()
                                ? "The migration runs in a transaction already: the server only warns."
                                : "The migration runs in a transaction already, which this one commits.")
                .because(step.migration().transaction().reason())
                .instead("in its place", "-- nothing: the tool begins and commits")
                .build();
    }

    private static Finding neverEnded(Step step) {
        return at(step).label("no COMMIT follows")
                .message("This transaction is never committed: when the session ends, the server takes everything back"
                        + " that was done in it.")
                .because("neither COMMIT nor ROLLBACK follows in the file")
                .instead("at the end of the file", "COMMIT;")
                .build();
    }

    private static void ends(Step step, TransactionControl control, Consumer<Finding> report) {
        report.accept(step.transaction().ofTool() ? endsTheTools(step, control) : endsNothing(step, control));
    }

    private static Finding endsNothing(Step step, TransactionControl control) {
        boolean open = step.transaction().open();
        return at(step).label("no transaction was begun")
                .message("There is no BEGIN for this " + Sql.text(step, control.span()) + ": "
                        + (open
                                ? "it ends the transaction that the server made of the file."
                                : "what was meant to be one transaction is none."))
                .because(open ? step.migration().transaction().reason() : "the file begins no transaction before it")
                .instead(
                        "where the transaction should begin",
                        EngineWords.of(step).begin())
                .build();
    }

    private static Finding endsTheTools(Step step, TransactionControl control) {
        String word = Sql.text(step, control.span());
        boolean commits = control.action() != Action.ROLLBACK;
        return at(step).label("ends the transaction of the tool")
                .message(
                        commits
                                ? "This " + word + " ends the transaction of the tool: what follows runs outside of it,"
                                        + " and what came before stays if that fails."
                                : "This " + word + " takes back everything that the migration did until here, and the"
                                        + " tool still counts it as done.")
                .because(step.migration().transaction().reason()
                        + (step.transaction().explicit() ? "; a BEGIN inside of it changes nothing" : ""))
                .instead("in its place", "-- neither BEGIN nor COMMIT: the tool has them")
                .build();
    }

    private static Finding.Builder at(Step step) {
        return Finding.at(step, INFO, step.statement().span())
                .object(Sql.text(step, step.statement().span()));
    }
}
