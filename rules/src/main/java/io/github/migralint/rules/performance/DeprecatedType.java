package io.github.migralint.rules.performance;

import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rule.Standing;
import io.github.migralint.rules.facts.DefinedColumn;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A column type is written in a form that the server gives up. */
public final class DeprecatedType implements Rule {
    private static final int DEPRECATED_SINCE = 8;
    private static final Pattern WIDTH =
            Pattern.compile("^(?:tinyint|smallint|mediumint|int|integer|bigint)\\s*\\(\\s*\\d+\\s*\\)");
    private static final Pattern BOOLEAN = Pattern.compile("^tinyint\\s*\\(\\s*1\\s*\\)");
    private static final Pattern SCALED = Pattern.compile("^(?:float|double(?:\\s+precision)?|real)\\s*\\([^)]*,");

    private static final RuleInfo INFO = new RuleInfo(
                    "deprecated-type",
                    "A type is written with a display width, ZEROFILL or digits that the server gives up.",
                    Category.PERFORMANCE,
                    Risk.LOW,
                    true,
                    List.of("mysql"))
            .withStanding(Standing.ATTACHED_ONCE_PER_FILE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        if (step.engine().version().major() < DEPRECATED_SINCE) {
            return;
        }
        DefinedColumn.of(step.statement())
                .forEach(defined -> defined.column().type().stream()
                        .map(type -> Sql.text(step, type.span()))
                        .forEach(type -> judge(step, defined, type, report)));
    }

    private static void judge(Step step, DefinedColumn defined, String type, Consumer<Finding> report) {
        String folded = type.toLowerCase(Locale.ROOT);
        boolean zerofill = folded.contains("zerofill");
        if (zerofill) {
            report.accept(finding(step, defined, type)
                    .label("ZEROFILL is deprecated")
                    .message(type + " of " + defined.object()
                            + " pads numbers with zeros when they are shown; the server warns (1681) and will"
                            + " give it up.")
                    .instead("where the number is read", "LPAD(" + step.quote(name(defined)) + ", 8, '0')")
                    .build());
        } else if (WIDTH.matcher(folded).find() && !BOOLEAN.matcher(folded).find()) {
            report.accept(finding(step, defined, type)
                    .label("the display width of " + type + " limits nothing and is deprecated")
                    .message("The number in " + type + " of " + defined.object()
                            + " is a display width: it limits no value and changes no storage, the server warns (1681)"
                            + " and forgets it.")
                    .instead("now", type.replaceFirst("\\s*\\([^)]*\\)", ""))
                    .build());
        } else if (SCALED.matcher(folded).find()) {
            report.accept(finding(step, defined, type)
                    .label("digits of a floating-point type are deprecated")
                    .message(type + " of " + defined.object()
                            + " rounds a value that is inexact anyway; the server warns (1681) and will give"
                            + " the form up.")
                    .instead("for exact digits", type.replaceFirst("^\\w+(\\s+\\w+)?", "DECIMAL"))
                    .build());
        }
    }

    private static String name(DefinedColumn defined) {
        return defined.column().name().value();
    }

    private static Finding.Builder finding(Step step, DefinedColumn defined, String type) {
        return Finding.at(step, INFO, defined.column().type().orElseThrow().span())
                .object(defined.object())
                .because(type + " gives warning 1681 on MySQL 8.0 and later");
    }
}
