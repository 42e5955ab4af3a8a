package io.github.migralint.rules.constraint;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.ColumnDefinition;
import io.github.migralint.ast.CreateTable;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.ast.QualifiedName;
import io.github.migralint.effect.Effect.IgnoresClause;
import io.github.migralint.history.Step;
import io.github.migralint.rule.Category;
import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Risk;
import io.github.migralint.rule.Rule;
import io.github.migralint.rule.RuleInfo;
import io.github.migralint.rules.text.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A constraint that the server reads and throws away. */
public final class ConstraintSilentlyIgnored implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "constraint-silently-ignored",
            "The server reads a constraint and does not keep it: nothing is checked.",
            Category.CONSTRAINT,
            Risk.HIGH,
            true,
            List.of("mysql", "mariadb"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Step step, Consumer<Finding> report) {
        for (IgnoresClause ignored : step.effects().of(IgnoresClause.class)) {
            report.accept(finding(step, ignored));
        }
    }

    private static Finding finding(Step step, IgnoresClause ignored) {
        var finding = Finding.at(step, INFO, ignored.place())
                .object(table(step).map(table -> table + ".").orElse("") + ignored.clause())
                .label("nothing is checked: the server drops the " + ignored.clause() + " without a word")
                .message("The " + ignored.clause() + " is read and dropped: " + ignored.reason()
                        + ". Nobody is told, and no row is ever refused.")
                .because(step.engine() + ": " + ignored.reason());
        reference(step, ignored)
                .ifPresentOrElse(
                        column -> finding.instead(
                                "as a constraint of the table: that one is kept", foreignKey(step, column)),
                        () -> finding.instead(
                                "now", "-- the application checks it, or triggers BEFORE INSERT and BEFORE UPDATE do"));
        return finding.build();
    }

    private static Optional<QualifiedName> table(Step step) {
        if (step.statement() instanceof AlterTable alter) {
            return Optional.of(alter.name());
        }
        return step.statement() instanceof CreateTable create ? Optional.of(create.name()) : Optional.empty();
    }

    /** The column that carries the REFERENCES, if it is one that is dropped. */
    private static Optional<ColumnDefinition> reference(Step step, IgnoresClause ignored) {
        return columns(step)
                .filter(column -> column.span().contains(ignored.place()))
                .filter(column -> key(column).isPresent())
                .findFirst();
    }

    private static Stream<ColumnDefinition> columns(Step step) {
        if (step.statement() instanceof CreateTable create) {
            return create.elements().stream()
                    .filter(ColumnDefinition.class::isInstance)
                    .map(ColumnDefinition.class::cast);
        }
        return step.statement() instanceof AlterTable alter
                ? alter.actions().stream().flatMap(action -> switch (action) {
                    case AlterAction.AddColumn add -> Stream.of(add.column());
                    case MysqlAction.ModifyColumn modify -> Stream.of(modify.definition());
                    default -> Stream.<ColumnDefinition>of();
                })
                : Stream.of();
    }

    private static Optional<ColumnConstraint> key(ColumnDefinition column) {
        return column.constraints().stream()
                .filter(constraint -> constraint.kind() == ColumnConstraint.Kind.REFERENCES)
                .findFirst();
    }

    private static String foreignKey(Step step, ColumnDefinition column) {
        String key = "FOREIGN KEY (" + step.quote(column.name().value()) + ") "
                + Sql.text(step, key(column).orElseThrow().span());
        return step.statement() instanceof AlterTable alter
                ? "ALTER TABLE " + Sql.name(step, alter.name()) + " ADD " + key + ";"
                : key;
    }
}
