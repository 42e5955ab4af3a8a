package io.github.migralint.rules.transaction;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.OnlineOptions;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rules.engine.OnlineDdl;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes several ALTER TABLEs as one, where that changes nothing but what a failure leaves. */
final class OneAlter {
    private OneAlter() {}

    /** A step and all that follows it in its migration, if they do nothing but add columns to one table. */
    static Optional<String> of(Step step) {
        List<Statement> all = Stream.concat(Stream.of(step.statement()), step.following().stream())
                .toList();
        if (!(step.statement() instanceof AlterTable first)
                || !all.stream().allMatch(statement -> addsColumns(statement, first))) {
            return Optional.empty();
        }
        String changes = all.stream()
                .map(statement -> OnlineDdl.changes(step, (AlterTable) statement))
                .collect(Collectors.joining(",\n    "));
        return Optional.of("ALTER TABLE " + Sql.name(step, first.name()) + "\n    " + changes + ";");
    }

    private static boolean addsColumns(Statement statement, AlterTable first) {
        return statement instanceof AlterTable alter
                && Names.same(alter.name(), first.name())
                && alter.online().equals(OnlineOptions.NONE)
                && alter.actions().stream().allMatch(AlterAction.AddColumn.class::isInstance);
    }
}
