package io.github.migralint.rules.robustness;

import io.github.migralint.ast.MysqlStatement.VariableAssignment;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.Assignments;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Replicas do not get what the migration does, or cannot follow it any more. */
public final class ReplicationHazard implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "replication-hazard",
            "The binary log is switched off, changed or removed, and replicas drift apart.",
            Category.ROBUSTNESS,
            Risk.HIGH,
            true,
            List.of("mysql", "mariadb"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Assignments.to(step.statement(), "sql_log_bin")
                .filter(Assignments::off)
                .forEach(assignment -> report.accept(unlogged(step, assignment)));
        Assignments.to(step.statement(), "binlog_format")
                .filter(Assignments::everywhere)
                .forEach(assignment -> report.accept(format(step, assignment)));
        if (step.statement() instanceof OtherStatement other && removesLog(other.tokens())) {
            report.accept(removed(step, other));
        }
    }

    private static boolean removesLog(List<Token> tokens) {
        if (tokens.size() < 2) {
            return false;
        }
        Token first = tokens.getFirst();
        Token second = tokens.get(1);
        boolean reset = first.isWord("reset")
                && (second.isWord("master")
                        || second.isWord("binary")
                        || second.isWord("replica")
                        || second.isWord("slave"));
        return reset || (first.isWord("purge") && (second.isWord("binary") || second.isWord("master")));
    }

    private static Finding unlogged(Step step, VariableAssignment assignment) {
        return Finding.at(step, INFO, assignment.span())
                .object(assignment.name())
                .label("no replica gets what this session does from here on")
                .message("With sql_log_bin = 0 nothing of what follows reaches the binary log: replicas keep the old"
                        + " schema and rows, fail at the first change that needs the new ones, and a restore to a"
                        + " point in time leaves it out.")
                .instead("now", "-- without it: the migration runs on the primary and replicas follow")
                .instead(
                        "where replicas are changed first, one by one, by hand",
                        "-- outside of migrations: the tool would write down that it ran")
                .build();
    }

    private static Finding format(Step step, VariableAssignment assignment) {
        String value = assignment.value().orElse("another format");
        return Finding.at(step, INFO, assignment.span())
                .object(assignment.name())
                .label("every connection from now on logs in " + value)
                .message("This changes what the whole server writes for its replicas to " + value
                        + ": connections that are open keep the old format until they end, replicas that do not expect"
                        + " the new one stop, and statements that are not deterministic give other rows there.")
                .instead("outside of migrations", "-- in the configuration of the server, on replicas first")
                .build();
    }

    private static Finding removed(Step step, OtherStatement other) {
        String words = other.tokens().getFirst().text().toUpperCase(Locale.ROOT) + " "
                + other.tokens().get(1).text().toUpperCase(Locale.ROOT);
        boolean follower =
                other.tokens().get(1).isWord("replica") || other.tokens().get(1).isWord("slave");
        return Finding.at(step, INFO, other.span())
                .object(words)
                .label(follower ? "the replica forgets where it was" : "replicas that were behind cannot catch up")
                .message(
                        follower
                                ? words + " makes the replica forget its position: it cannot go on from where it was."
                                : words
                                        + " removes binary logs that replicas may still have to read, and without"
                                        + " which no backup can be brought up to date.")
                .instead("outside of migrations", "-- by whoever runs the servers, when no replica needs it")
                .build();
    }
}
