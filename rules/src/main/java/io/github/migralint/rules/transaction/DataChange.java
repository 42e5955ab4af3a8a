package io.github.migralint.rules.transaction;

import io.github.migralint.ast.Delete;
import io.github.migralint.ast.Insert;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.Persistence;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.ast.Update;
import io.github.migralint.framework.BookkeepingTables;
import io.github.migralint.history.Step;
import java.util.Optional;
import java.util.regex.Pattern;

/** A statement that changes rows which outlive the session. */
final class DataChange {
    /** What runners of a project's own call the table in which they write down what they did. */
    private static final Pattern BOOKKEEPING =
            Pattern.compile("(?i).*(schema|migration|upgrade|patch|db)_?(version|history|log|migration)s?");

    private DataChange() {}

    /** The table whose rows a statement changes. */
    static Optional<QualifiedName> table(Statement statement) {
        return switch (statement) {
            case Insert insert -> Optional.of(insert.table());
            case Update update -> Optional.of(update.table());
            case Delete delete -> Optional.of(delete.table());
            case MysqlStatement.LoadData load -> Optional.of(load.table());
            default -> Optional.empty();
        };
    }

    /** The same unless the table goes with the session, or belongs to the tool. */
    static Optional<QualifiedName> lasting(Step step, Statement statement) {
        return table(statement)
                .filter(table -> !BookkeepingTables.NAMES.contains(table.name())
                        && !BOOKKEEPING.matcher(table.name()).matches())
                .filter(table -> step.before()
                        .table(table)
                        .filter(known -> known.persistence() == Persistence.TEMPORARY)
                        .isEmpty());
    }
}
