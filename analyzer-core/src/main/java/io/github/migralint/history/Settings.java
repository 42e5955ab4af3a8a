package io.github.migralint.history;

import io.github.migralint.ast.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings in force: those of the session, and over them those of the transaction. */
final class Settings {
    private final Map<String, String> usual;
    private State now;

    /**
     * Settings at one moment.
     *
     * @param session what holds for the session
     * @param local what holds until the transaction ends; no value is that with which the session began
     */
    record State(Map<String, String> session, Map<String, Optional<String>> local) {
        State {
            session = Map.copyOf(session);
            local = Map.copyOf(local);
        }
    }

    /**
     * Settings of a session.
     *
     * @param usual what it begins with, to which RESET returns
     * @param earlier what it has from earlier files over the same connection; {@code usual} where there were none
     */
    Settings(Map<String, String> usual, Map<String, String> earlier) {
        this.usual = Map.copyOf(usual);
        this.now = new State(earlier, Map.of());
    }

    /** Whether a statement sets something for the length of the transaction only. */
    static boolean isLocal(Statement statement) {
        return SettingChange.of(statement).stream().anyMatch(SettingChange::local);
    }

    /** What a statement sets, if it sets something; outside a transaction a local setting holds for nothing. */
    void apply(Statement statement, boolean transactionOpen) {
        for (SettingChange change : SettingChange.of(statement)) {
            if (change.name().equals(SettingChange.ALL)) {
                now = new State(usual, Map.of());
            } else if (!change.local()) {
                session(change);
            } else if (transactionOpen) {
                var local = new HashMap<>(now.local());
                local.put(change.name(), change.value());
                now = new State(now.session(), local);
            }
        }
    }

    private void session(SettingChange change) {
        var session = new HashMap<>(now.session());
        Optional<String> value = change.value().or(() -> usual(change.name()));
        session.remove(change.name());
        value.ifPresent(v -> session.put(change.name(), v));
        var local = new HashMap<>(now.local());
        local.remove(change.name());
        now = new State(session, local);
    }

    private Optional<String> usual(String name) {
        return Optional.ofNullable(usual.get(name));
    }

    /** The moment, to return to. */
    State mark() {
        return now;
    }

    /** All is as it was. */
    void returnTo(State earlier) {
        now = earlier;
    }

    /** The transaction ends, and what was set for its length. */
    void endTransaction() {
        now = new State(now.session(), Map.of());
    }

    /** What holds for the session. */
    Map<String, String> ofSession() {
        return now.session();
    }

    Map<String, String> inForce() {
        if (now.local().isEmpty()) {
            return now.session();
        }
        var all = new HashMap<>(now.session());
        now.local().forEach((name, value) -> {
            all.remove(name);
            value.or(() -> usual(name)).ifPresent(v -> all.put(name, v));
        });
        return all;
    }
}
