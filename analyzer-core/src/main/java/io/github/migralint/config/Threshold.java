package io.github.migralint.config;

import io.github.migralint.rule.Risk;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The least risk that makes a run fail. */
public enum Threshold {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL,
    NEVER;

    /** The words that people use for them. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(Threshold::word).toList();

    /** The threshold of a word, in any case. */
    public static Optional<Threshold> of(String word) {
        return Arrays.stream(values())
                .filter(threshold -> threshold.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The risk; none when nothing makes it fail. */
    public Optional<Risk> risk() {
        return this == NEVER ? Optional.empty() : Optional.of(Risk.valueOf(name()));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
