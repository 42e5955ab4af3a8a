package io.github.migralint.rules.naming;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateIndex;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.Rename;
import io.github.migralint.ast.TableConstraint;
import io.github.migralint.ast.TableElement;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.engine.EngineWords;
import io.github.migralint.rules.engine.Engines;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A new name that the server cuts off without an error. */
public final class IdentifierTooLong implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "identifier-too-long",
            "A name is longer than 63 bytes and is cut off without an error.",
            Category.NAMING,
            Risk.MEDIUM,
            true,
            Engines.ALL);

    /**
     * A name that a statement gives.
     *
     * @param name the name
     * @param ofData whether queries say it, as that of a table or column
     */
    private record Given(Identifier name, boolean ofData) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        given(step).filter(given -> !given.name().hasPlaceholder()).forEach(given -> {
            String written = written(step, given.name());
            int bytes = written.getBytes(StandardCharsets.UTF_8).length;
            EngineWords words = EngineWords.of(step);
            if (!words.takesBackSchemaChanges()) {
                int characters = written.codePointCount(0, written.length());
                if (characters > words.longestName()) {
                    report.accept(refused(step, given, written, characters));
                }
            } else if (bytes > words.longestName()) {
                report.accept(finding(step, given, written, bytes));
            }
        });
    }

    private static Stream<Given> given(Step step) {
        if (step.statement() instanceof CreateTable create) {
            return Stream.concat(
                    Stream.of(new Given(create.name().last(), true)),
                    create.elements().stream().flatMap(IdentifierTooLong::ofElement));
        }
        if (step.statement() instanceof AlterTable alter) {
            return alter.actions().stream().flatMap(IdentifierTooLong::ofAction);
        }
        if (step.statement() instanceof CreateIndex index) {
            return index.name().map(name -> new Given(name, false)).stream();
        }
        return step.statement() instanceof Rename rename ? Stream.of(new Given(rename.newName(), true)) : Stream.of();
    }

    private static Stream<Given> ofAction(AlterAction action) {
        if (action instanceof AlterAction.AddColumn add) {
            return ofElement(add.column());
        }
        return action instanceof AlterAction.AddConstraint add ? ofElement(add.constraint()) : Stream.of();
    }

    private static Stream<Given> ofElement(TableElement element) {
        if (element instanceof ColumnDefinition column) {
            return Stream.concat(
                    Stream.of(new Given(column.name(), true)),
                    column.constraints().stream()
                            .flatMap(constraint -> constraint.name().stream())
                            .map(name -> new Given(name, false)));
        }
        return element instanceof TableConstraint constraint
                ? constraint.name().map(name -> new Given(name, false)).stream()
                : Stream.of();
    }

    /** The name as the file has it; what the tree holds is cut off already. */
    private static String written(Step step, Identifier name) {
        String text = step.text().slice(name.span());
        boolean quoted = name.quoted() && text.length() > 1 && (text.startsWith("\"") || text.startsWith("`"));
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    private static Finding refused(Step step, Given given, String written, int characters) {
        return Finding.at(step, INFO, given.name().span())
                .risk(Risk.CRITICAL)
                .object(written)
                .label(characters + " characters: the server refuses the statement")
                .message("The name " + written + " has " + characters + " characters; "
                        + step.engine().label() + " takes no more than "
                        + EngineWords.of(step).longestName() + " and refuses the statement (1059).")
                .instead(
                        "a shorter name",
                        step.quote(written.substring(0, EngineWords.of(step).longestName())))
                .build();
    }

    private static Finding finding(Step step, Given given, String written, int bytes) {
        String kept = given.name().value();
        return Finding.at(step, INFO, given.name().span())
                .risk(given.ofData() ? Risk.MEDIUM : Risk.LOW)
                .object(kept)
                .label(bytes + " bytes: the server keeps " + kept)
                .message("The name " + written + " has " + bytes + " bytes; the server keeps the first "
                        + EngineWords.of(step).longestName()
                        + " and says so in a NOTICE only. Two names that begin alike become one, and tools that"
                        + " compare names do not find theirs.")
                .instead("a name of at most 63 bytes", step.quote(kept))
                .build();
    }
}
