package io.github.migralint.rules.performance;

import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint.Kind;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Statement;
import io.github.migralint.dialect.Version;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.facts.DefinedColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The first TIMESTAMP of a table gets attributes that nobody wrote. */
public final class ImplicitTimestampAttributes implements Rule {
    private static final Version MYSQL_EXPLICIT = new Version(8, 0);
    private static final Version MARIADB_EXPLICIT = new Version(10, 10);

    private static final RuleInfo INFO = new RuleInfo(
            "implicit-timestamp-attributes",
            "The first TIMESTAMP column gets NOT NULL, DEFAULT and ON UPDATE although nobody wrote them.",
            Category.PERFORMANCE,
            Risk.MEDIUM,
            true,
            List.of("mysql", "mariadb"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        boolean told = step.transaction()
                .settings()
                .getOrDefault("explicit_defaults_for_timestamp", "off")
                .matches("(?i)on|1|true");
        if (explicit(step) || told) {
            return;
        }
        first(step)
                .filter(ImplicitTimestampAttributes::saysNothing)
                .ifPresent(defined -> report.accept(finding(step, defined)));
    }

    private static boolean explicit(Step step) {
        Version since = step.engine().dialect().equals("mysql") ? MYSQL_EXPLICIT : MARIADB_EXPLICIT;
        return !step.engine().version().isBefore(since);
    }

    /** Only the first of a table gets them; one that is added later is the first only where there is no other. */
    private static Optional<DefinedColumn> first(Step step) {
        if (step.statement() instanceof CreateTable) {
            return timestamps(step.statement()).findFirst();
        }
        return step.statement() instanceof AlterTable alter && hasNone(step, alter)
                ? timestamps(alter).findFirst()
                : Optional.empty();
    }

    private static boolean hasNone(Step step, AlterTable alter) {
        return step.before()
                .table(alter.name())
                .filter(table -> table.complete()
                        && table.columns().stream()
                                .flatMap(column -> column.type().stream())
                                .noneMatch(type -> type.name().equalsIgnoreCase("timestamp")))
                .isPresent();
    }

    private static Stream<DefinedColumn> timestamps(Statement statement) {
        return DefinedColumn.of(statement)
                .filter(defined -> defined.column()
                        .type()
                        .filter(type -> type.name().equalsIgnoreCase("timestamp"))
                        .isPresent());
    }

    private static boolean saysNothing(DefinedColumn defined) {
        return !defined.has(Kind.NULL)
                && !defined.has(Kind.DEFAULT)
                && !defined.has(Kind.GENERATED)
                && defined.column().option("on update").isEmpty();
    }

    private static Finding finding(Step step, DefinedColumn defined) {
        String column = defined.column().name().value();
        String quoted = step.quote(column);
        return Finding.at(step, INFO, defined.column().span())
                .object(defined.object())
                .label(column + " changes at every UPDATE of its row")
                .message("On " + step.engine() + " " + defined.object()
                        + " becomes NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP: every UPDATE of a"
                        + " row overwrites it, and newer servers make a plain column of the same text.")
                .because("explicit_defaults_for_timestamp is off by default on " + step.engine())
                .instead(
                        "where that is meant: write it",
                        quoted + " TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP")
                .instead("where it is not", quoted + " TIMESTAMP NULL DEFAULT NULL")
                .build();
    }
}
