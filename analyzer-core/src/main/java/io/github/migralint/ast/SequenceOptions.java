package io.github.migralint.ast;

import java.util.List;
import java.util.Optional;

/**
 * Options of a sequence.
 *
 * @param options as written, names folded: {@code as}, {@code start}, {@code increment}, {@code restart}, …
 * @param ownedBy the column it belongs to, as {@code table.column}; none also for OWNED BY NONE
 */
public record SequenceOptions(List<Option> options, Optional<QualifiedName> ownedBy) {
    /** No option at all. */
    public static final SequenceOptions NONE = new SequenceOptions(List.of(), Optional.empty());

    public SequenceOptions {
        options = List.copyOf(options);
    }

    /** Whether the option {@code name} is given. */
    public boolean has(String name) {
        return options.stream().anyMatch(option -> option.name().equals(name));
    }

    /** The value of the option {@code name}, where it is given and has one. */
    public Optional<String> value(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .flatMap(option -> option.value().stream())
                .findFirst();
    }
}
