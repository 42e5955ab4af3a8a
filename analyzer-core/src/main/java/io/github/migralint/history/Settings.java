package io.github.migralint.history;

import io.github.migralint.ast.Expression;
import io.github.migralint.ast.FunctionCall;
import io.github.migralint.ast.Select;
import io.github.migralint.ast.SetVariable;
import io.github.migralint.ast.Statement;
import io.github.migralint.source.Token;
import io.github.migralint.source.TokenKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Settings in force: those of the session, and over them those of the transaction. */
final class Settings {
    private final Map<String, String> usual;
    private Map<String, String> session;
    private Map<String, String> local = new HashMap<>();
    private Map<String, String> atBegin = Map.of();

    /** Settings of a session that begins with some, to which RESET returns. */
    Settings(Map<String, String> usual) {
        this.usual = usual;
        this.session = new HashMap<>(usual);
    }

    /** Whether a statement sets something for the length of the transaction only. */
    static boolean isLocal(Statement statement) {
        return switch (statement) {
            case SetVariable set -> set.scope() == SetVariable.Scope.LOCAL;
            case Select select -> select.calls().stream().anyMatch(call -> isSetConfig(call) && isLocal(call));
            default -> false;
        };
    }

    private static boolean isSetConfig(FunctionCall call) {
        return call.function().name().equals("set_config") && call.arguments().size() == 3;
    }

    private static boolean isLocal(FunctionCall setConfig) {
        return setConfig.arguments().get(2).tokens().get(0).isWord("true");
    }

    /** What a statement sets, if it sets something. */
    void apply(Statement statement, boolean transactionOpen) {
        if (statement instanceof SetVariable set) {
            apply(set, transactionOpen);
        } else if (statement instanceof Select select) {
            select.calls().forEach(call -> apply(call, transactionOpen));
        }
    }

    private void apply(SetVariable set, boolean transactionOpen) {
        boolean isLocal = set.scope() != SetVariable.Scope.SESSION;
        if (set.reset() && set.name().equals("all")) {
            session = new HashMap<>(usual);
            local.clear();
        } else if (set.reset() || (set.value().isEmpty() && set.values().isEmpty())) {
            reset(set.name());
        } else {
            put(set.name(), set.value().orElseGet(() -> String.join(", ", set.values())), isLocal, transactionOpen);
        }
    }

    private void reset(String name) {
        session.remove(name);
        local.remove(name);
        Optional.ofNullable(usual.get(name)).ifPresent(value -> session.put(name, value));
    }

    /** {@code set_config('lock_timeout', '5s', true)}. */
    private void apply(FunctionCall call, boolean transactionOpen) {
        List<Expression> arguments = call.arguments();
        if (isSetConfig(call)) {
            Optional<String> name = literal(arguments.get(0));
            Optional<String> value = literal(arguments.get(1));
            if (name.isPresent() && value.isPresent()) {
                put(name.get().toLowerCase(Locale.ROOT), value.get(), isLocal(call), transactionOpen);
            }
        }
    }

    private static Optional<String> literal(Expression argument) {
        Token first = argument.tokens().get(0);
        boolean plain = first.kind() == TokenKind.STRING
                && first.text().startsWith("'")
                && first.text().length() > 1;
        return plain ? Optional.of(first.text().substring(1, first.text().length() - 1)) : Optional.empty();
    }

    /** Outside a transaction a local setting holds for nothing. */
    private void put(String name, String value, boolean isLocal, boolean transactionOpen) {
        if (!isLocal) {
            session.put(name, value);
            local.remove(name);
        } else if (transactionOpen) {
            local.put(name, value);
        }
    }

    void begin() {
        atBegin = Map.copyOf(session);
    }

    void commit() {
        local.clear();
    }

    void rollback() {
        session = new HashMap<>(atBegin);
        local = new HashMap<>();
    }

    Map<String, String> inForce() {
        var all = new HashMap<>(session);
        all.putAll(local);
        return all;
    }
}
