package io.github.migralint.rules.locking;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Version;
import io.github.migralint.effect.OnlineWay;
import io.github.migralint.framework.Direction;
import io.github.migralint.history.Migration;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.Engines;
import io.github.migralint.rules.facts.Names;
import io.github.migralint.rules.facts.OnlineChange;
import io.github.migralint.rules.text.Clause;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A table has been changed in an instant nearly as often as the server allows. */
public final class InstantColumnLimit implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "instant-column-limit",
            "The table nears the number of instant changes of its columns after which the server writes it anew.",
            Category.LOCKING,
            Risk.LOW,
            true,
            List.of(Engines.MYSQL));

    private static final Version COUNTED_SINCE = new Version(8, 0, 29);
    private static final Version MORE_SINCE = new Version(9, 1);
    private static final int LIMIT = 64;
    private static final int LATER_LIMIT = 255;
    private static final int LEFT = 14;

    /** Options of a table for which it is written anew, after which the server counts from zero. */
    private static final Set<String> REBUILDING = Set.of("engine", "row_format", "key_block_size");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        Version version = step.engine().version();
        if (version.isBefore(COUNTED_SINCE)
                || !(step.statement() instanceof AlterTable alter)
                || !changesColumns(alter)) {
            return;
        }
        Optional<OnlineChange> change =
                OnlineChange.of(step).filter(found -> found.way().algorithm() == OnlineWay.Algorithm.INSTANT);
        int limit = version.isBefore(MORE_SINCE) ? LIMIT : LATER_LIMIT;
        if (change.isEmpty()) {
            return;
        }
        int count = count(step, alter.name());
        if (count > limit - LEFT) {
            report.accept(finding(step, alter, count, limit));
        }
    }

    private static boolean changesColumns(AlterTable alter) {
        return alter.actions().stream()
                .anyMatch(
                        action -> action instanceof AlterAction.AddColumn || action instanceof AlterAction.DropColumn);
    }

    /** How often that was done since the table was made or written anew, this time included. */
    private static int count(Step step, QualifiedName table) {
        int count = 1;
        for (Statement earlier : earlier(step).toList()) {
            if (rebuilds(earlier, table)) {
                count = 1;
            } else if (earlier instanceof AlterTable alter
                    && Names.same(alter.name(), table)
                    && changesColumns(alter)) {
                count++;
            }
        }
        return count;
    }

    private static Stream<Statement> earlier(Step step) {
        int now = step.migration().ordinal();
        Stream<Statement> before = step.prospect().migrations().stream()
                .filter(migration -> migration.ordinal() < now && migration.direction() == Direction.UP)
                .map(Migration::statements)
                .flatMap(List::stream);
        return Stream.concat(before, step.migration().statements().subList(0, step.index()).stream());
    }

    /** What surely, or nearly so, writes the table anew. */
    private static boolean rebuilds(Statement statement, QualifiedName table) {
        if (statement instanceof MysqlStatement.MaintainTables maintain) {
            return maintain.action().equals("OPTIMIZE")
                    && maintain.tables().stream().anyMatch(name -> Names.same(name, table));
        }
        return statement instanceof AlterTable alter
                && Names.same(alter.name(), table)
                && alter.actions().stream().anyMatch(InstantColumnLimit::rebuilds);
    }

    private static boolean rebuilds(AlterAction action) {
        return switch (action) {
            case MysqlAction.Rebuild ignored -> true;
            case MysqlAction.OrderRows ignored -> true;
            case MysqlAction.ConvertCharset ignored -> true;
            case MysqlAction.ModifyColumn ignored -> true;
            case AlterAction.AddConstraint ignored -> true;
            case AlterAction.SetOptions set ->
                set.options().stream().anyMatch(option -> REBUILDING.contains(option.name()));
            default -> false;
        };
    }

    private static Finding finding(Step step, AlterTable alter, int count, int limit) {
        String table = alter.name().toString();
        return Finding.at(step, INFO, Clause.words(step, alter.span(), 2))
                .object(table)
                .label("instant change " + count + " of " + limit)
                .message("This is about the " + count + "th instant change of the columns of " + table + " since it was"
                        + " written anew. After " + limit + " the server refuses ALGORITHM=INSTANT (4092), and without"
                        + " it writes every row anew.")
                .because("the history shows " + (count - 1) + " before it")
                .instead(
                        "at a quiet time: it counts from zero again",
                        "ALTER TABLE " + Sql.name(step, alter.name()) + " FORCE, ALGORITHM=INPLACE, LOCK=NONE;")
                .build();
    }
}
