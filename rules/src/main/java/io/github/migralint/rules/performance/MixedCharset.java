package io.github.migralint.rules.performance;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.Option;
import io.github.migralint.ast.Statement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.facts.DefinedColumn;
import io.github.migralint.rules.facts.Serving;
import io.github.migralint.rules.text.Known;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Columns of one table, or of tables that are joined, end up in different character sets. */
public final class MixedCharset implements Rule {
    private static final Set<String> THREE_BYTES = Set.of("utf8", "utf8mb3");

    private static final RuleInfo INFO = new RuleInfo(
                    "mixed-charset",
                    "Only the default character set changes, or utf8 is written and means three bytes.",
                    Category.PERFORMANCE,
                    Risk.LOW,
                    true,
                    List.of("mysql", "mariadb"))
            .withStanding(Standing.ATTACHED_ONCE_PER_FILE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.statement() instanceof AlterTable alter) {
            for (AlterAction action : alter.actions()) {
                if (action instanceof AlterAction.SetOptions set) {
                    set.options().stream()
                            .filter(MixedCharset::isCharset)
                            .findFirst()
                            .filter(option -> differs(step, alter, option))
                            .ifPresent(option -> report.accept(defaultOnly(step, alter, option)));
                }
            }
        }
        options(step.statement())
                .filter(option -> isCharset(option)
                        && option.value().filter(MixedCharset::threeBytes).isPresent())
                .findFirst()
                .ifPresent(option -> report.accept(ambiguous(step, option)));
    }

    private static boolean isCharset(Option option) {
        return option.name().equals("character set") || option.name().equals("collate");
    }

    private static boolean threeBytes(String value) {
        String folded = value.toLowerCase(Locale.ROOT);
        return THREE_BYTES.contains(folded) || folded.startsWith("utf8_") || folded.startsWith("utf8mb3_");
    }

    /** Whether a column that is there keeps another set; nobody knows of a table that the history does not show. */
    private static boolean differs(Step step, AlterTable alter, Option option) {
        boolean converts = alter.actions().stream().anyMatch(MysqlAction.ConvertCharset.class::isInstance);
        if (converts || !Serving.clients(step, alter.name())) {
            return false;
        }
        Optional<Table> table = step.before().table(alter.name());
        return table.isEmpty()
                || (!option.value()
                                .equals(Optional.ofNullable(
                                        table.get().options().get(option.name())))
                        && table.get().columns().stream().anyMatch(MixedCharset::isText));
    }

    private static boolean isText(Column column) {
        return column.type()
                .filter(type -> type.name().toLowerCase(Locale.ROOT).matches(".*(char|text|enum|set).*"))
                .isPresent();
    }

    private static Stream<Option> options(Statement statement) {
        if (statement instanceof CreateTable create) {
            return Stream.concat(create.options().stream(), ofColumns(statement));
        }
        return statement instanceof AlterTable alter
                ? Stream.concat(
                        alter.actions().stream()
                                .filter(AlterAction.SetOptions.class::isInstance)
                                .flatMap(action -> ((AlterAction.SetOptions) action).options().stream()),
                        ofColumns(statement))
                : Stream.of();
    }

    private static Stream<Option> ofColumns(Statement statement) {
        return DefinedColumn.of(statement).flatMap(defined -> defined.column().options().stream());
    }

    private static Finding defaultOnly(Step step, AlterTable alter, Option option) {
        String table = alter.name().toString();
        String value = option.value().orElse("");
        return Finding.at(step, INFO, option.span())
                .object(table)
                .label("the columns of " + table + " keep the set they have; new ones get " + value)
                .message("This changes what new columns of " + table + " get; those that are there keep theirs, and"
                        + " comparing the one with the other converts every value and uses no index.")
                .because(Known.relation(step, alter.name()))
                .note("To change the columns as well, convert them one by one in windows of their own: CONVERT TO"
                        + " CHARACTER SET writes the whole table anew.")
                .build();
    }

    private static Finding ambiguous(Step step, Option option) {
        String value = option.value().orElse("");
        return Finding.at(step, INFO, option.span())
                .object(value)
                .label(value + " holds no emoji and few rare characters: it has at most three bytes each")
                .message("The name " + value + " means utf8mb3: characters of four bytes are refused in strict mode"
                        + " and cut off without it, joins with utf8mb4 columns convert, and a"
                        + " later version may give the name another meaning.")
                .instead("now", value.toLowerCase(Locale.ROOT).replaceFirst("^utf8(mb3)?", "utf8mb4"))
                .build();
    }
}
