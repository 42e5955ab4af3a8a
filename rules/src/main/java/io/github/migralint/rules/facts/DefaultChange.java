package io.github.migralint.rules.facts;

import io.github.migralint.ast.AlterAction;
import io.github.migralint.ast.AlterAction.DropDefault;
import io.github.migralint.ast.AlterAction.SetDefault;
import io.github.migralint.ast.AlterTable;
import io.github.migralint.ast.ColumnConstraint;
import io.github.migralint.ast.Expression;
import io.github.migralint.ast.Identifier;
import io.github.migralint.ast.MysqlAction;
import io.github.migralint.history.Step;
import io.github.migralint.schema.Column;
import io.github.migralint.schema.DefaultValue;
import io.github.migralint.schema.Table;
import io.github.migralint.source.Span;
import io.github.migralint.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The default of a column is replaced or removed, counting what the rest of the release does to it.
 *
 * @param name the column
 * @param column the column before, if the history knows it
 * @param replacement what the column gets instead; none when it has no default in the end
 * @param clause where it is done
 */
public record DefaultChange(Identifier name, Optional<Column> column, Optional<Expression> replacement, Span clause) {
    /** Spellings that give the same value, or values of the same kind. */
    private static final List<Set<String>> SYNONYMS = List.of(
            Set.of("now()", "current_timestamp", "transaction_timestamp()", "localtimestamp"),
            Set.of("gen_random_uuid()", "uuid_generate_v4()"),
            Set.of("true", "'t'", "'true'"),
            Set.of("false", "'f'", "'false'"));

    /** What an action does to the default of its column, if that is not what it was in the end. */
    public static Optional<DefaultChange> of(Step step, AlterTable alter, AlterAction action) {
        if (action instanceof SetDefault set) {
            boolean none = isNull(set.expression());
            return change(
                    step,
                    alter,
                    action,
                    set.column(),
                    none ? Optional.empty() : Optional.of(set.expression()),
                    set.span());
        }
        if (action instanceof MysqlAction.ModifyColumn modify) {
            return restated(modify)
                    .filter(ignored -> known(step, alter, modify))
                    .flatMap(value -> change(
                            step,
                            alter,
                            action,
                            modify.column(),
                            isNull(value) ? Optional.empty() : Optional.of(value),
                            modify.span()));
        }
        if (action instanceof DropDefault drop) {
            return change(step, alter, action, drop.column(), Optional.empty(), drop.span());
        }
        return Optional.empty();
    }

    /** A definition says every attribute of its column: the default in it is news only where another one is known. */
    private static boolean known(Step step, AlterTable alter, MysqlAction.ModifyColumn modify) {
        return step.before()
                .table(alter.name())
                .flatMap(table -> table.column(modify.column().value()))
                .isPresent();
    }

    /** The default that a new definition says; what it does not repeat is lost, which is another danger. */
    private static Optional<Expression> restated(MysqlAction.ModifyColumn modify) {
        return modify.definition().constraints().stream()
                .filter(constraint -> constraint.kind() == ColumnConstraint.Kind.DEFAULT)
                .findFirst()
                .flatMap(ColumnConstraint::expression);
    }

    private static Optional<DefaultChange> change(
            Step step,
            AlterTable alter,
            AlterAction action,
            Identifier name,
            Optional<Expression> written,
            Span clause) {
        Optional<Table> table = step.before().table(alter.name());
        Optional<Column> column = table.flatMap(t -> t.column(name.value()));
        boolean overtaken = Shipment.dropsColumn(step, alter, action, name.value()) || countsUp(step, alter, name);
        if (overtaken) {
            return Optional.empty();
        }
        Optional<Expression> replacement = written.or(() -> Shipment.after(step, alter, action)
                .filter(SetDefault.class::isInstance)
                .map(SetDefault.class::cast)
                .filter(set -> set.column().value().equals(name.value()))
                .map(SetDefault::expression)
                .filter(value -> !isNull(value))
                .findFirst());
        Optional<Expression> old = column.flatMap(Column::defaultValue).map(DefaultValue::expression);
        boolean known = table.filter(Table::complete).isPresent() || column.isPresent();
        boolean nothingBefore = old.isEmpty() && (known || written.isPresent());
        boolean asBefore =
                old.isPresent() && replacement.isPresent() && value(old.get()).equals(value(replacement.get()));
        return nothingBefore || asBefore
                ? Optional.empty()
                : Optional.of(new DefaultChange(name, column, replacement, clause));
    }

    /** The default before, as written. */
    public Optional<String> old() {
        return column.flatMap(Column::defaultValue).map(value -> text(value.expression()));
    }

    /** An expression on one line, without blanks around dots and parentheses. */
    public static String text(Expression expression) {
        return expression
                .normalized()
                .replace(" ( ", "(")
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" :: ", "::")
                .replace(" . ", ".");
    }

    /** An identity in its place gives values as before. */
    private static boolean countsUp(Step step, AlterTable alter, Identifier name) {
        return Stream.concat(
                        alter.actions().stream(),
                        Shipment.after(step, alter, alter.actions().getLast()))
                .anyMatch(action -> action instanceof AlterAction.AddIdentity identity
                        && identity.column().value().equals(name.value()));
    }

    private static boolean isNull(Expression expression) {
        return expression.normalized().equalsIgnoreCase("null");
    }

    /** What an expression gives, for comparison: casts and quotes say nothing about it. */
    private static String value(Expression expression) {
        String written = expression.tokens().stream()
                .takeWhile(token -> !token.text().equals("::"))
                .map(Token::text)
                .collect(Collectors.joining());
        String folded = written.startsWith("'") ? written : written.toLowerCase(Locale.ROOT);
        String shared = SYNONYMS.stream()
                .filter(same -> same.contains(folded))
                .map(same -> same.stream().sorted().findFirst().orElseThrow())
                .findFirst()
                .orElse(folded);
        return shared.length() > 1 && shared.startsWith("'") && shared.endsWith("'")
                ? shared.substring(1, shared.length() - 1)
                : shared;
    }
}
