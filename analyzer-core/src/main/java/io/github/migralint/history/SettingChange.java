package io.github.migralint.history;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.FunctionCall;
import io.github.migralint.ast.MysqlStatement;
import io.github.migralint.ast.OtherStatement;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.Statement;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a statement does to one setting.
 *
 * @param name folded; {@link #ALL} where every setting is meant
 * @param value the new value without quotes; none for the value that the session began with
 * @param local whether it holds only until the transaction ends
 */
public record SettingChange(String name, Optional<String> value, boolean local) {
    /** Every setting, as in {@code RESET ALL}. */
    public static final String ALL = "all";

    /** The changes that a statement makes, in order: {@code SET}, {@code RESET}, {@code set_config}, {@code DISCARD ALL}. */
    public static List<SettingChange> of(Statement statement) {
        return switch (statement) {
            case SetVariable set -> of(set).stream().toList();
            case MysqlStatement.SetVariables set ->
                set.variables().stream()
                        .flatMap(variable -> of(variable).stream())
                        .toList();
            case Select select ->
                select.calls().stream().flatMap(call -> of(call).stream()).toList();
            case OtherStatement other
            when isDiscardAll(other) -> List.of(new SettingChange(ALL, Optional.empty(), false));
            default -> List.of();
        };
    }

    /** Whether it concerns a setting. */
    public boolean concerns(String setting) {
        return name.equals(setting) || name.equals(ALL);
    }

    private static boolean isDiscardAll(OtherStatement statement) {
        return statement.kind().equals("DiscardStmt")
                && !statement.tokens().isEmpty()
                && statement.tokens().getLast().isWord("all");
    }

    /** {@code SET … FROM CURRENT} belongs to the definition of a function and changes nothing. */
    private static Optional<SettingChange> of(SetVariable set) {
        boolean valueless = set.value().isEmpty() && set.values().isEmpty();
        if (valueless && !set.reset()) {
            return Optional.empty();
        }
        Optional<String> value = valueless
                ? Optional.empty()
                : Optional.of(set.value().orElseGet(() -> String.join(", ", set.values())));
        boolean local = set.scope() != SetVariable.Scope.SESSION;
        return Optional.of(new SettingChange(set.name().toLowerCase(Locale.ROOT), value, local));
    }

    /** What is computed counts as set to something that cannot be read; variables of users are no settings. */
    private static Optional<SettingChange> of(MysqlStatement.VariableAssignment variable) {
        if (variable.scope() != MysqlStatement.VariableAssignment.Scope.SESSION) {
            return Optional.empty();
        }
        Optional<String> value = variable.value().or(() -> variable.expression().map(Expression::normalized));
        return Optional.of(new SettingChange(variable.name(), value, false));
    }

    /** {@code set_config('lock_timeout', '5s', true)}. */
    private static Optional<SettingChange> of(FunctionCall call) {
        List<Expression> arguments = call.arguments();
        if (!call.function().name().equals("set_config") || arguments.size() != 3) {
            return Optional.empty();
        }
        Optional<String> name = literal(arguments.get(0)).map(text -> text.toLowerCase(Locale.ROOT));
        Optional<String> value = literal(arguments.get(1));
        boolean known = value.isPresent() || first(arguments.get(1)).isWord("null");
        return name.filter(ignored -> known)
                .map(setting -> new SettingChange(setting, value, isTrue(arguments.get(2))));
    }

    private static boolean isTrue(Expression argument) {
        return first(argument).isWord("true")
                || literal(argument).filter(text -> "true".startsWith(text)).isPresent();
    }

    private static Optional<String> literal(Expression argument) {
        Token first = first(argument);
        boolean plain = first.kind() == TokenKind.STRING
                && first.text().startsWith("'")
                && first.text().length() > 1;
        return plain ? Optional.of(first.text().substring(1, first.text().length() - 1)) : Optional.empty();
    }

    private static Token first(Expression argument) {
        return argument.tokens().getFirst();
    }
}
