package io.github.migralint.ast;

import io.github.migralint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code SET}, {@code RESET} and their special forms.
 *
 * @param scope how long it holds
 * @param name folded; {@code all} for RESET ALL; special forms use the name of what they set, such as {@code timezone}
 * @param value the value without quotes; none for DEFAULT and RESET
 * @param values all values of a list such as that of search_path
 * @param reset whether it returns to the default
 * @param span where it stands
 */
public record SetVariable(
        SetVariable.Scope scope, String name, Optional<String> value, List<String> values, boolean reset, Span span)
        implements Statement {
    public SetVariable {
        values = List.copyOf(values);
    }

    /** How long a setting holds. */
    public enum Scope {
        SESSION,
        LOCAL,
        /** {@code SET TRANSACTION} and {@code SET SESSION CHARACTERISTICS}. */
        TRANSACTION
    }
}
