package io.github.migralint.rule;

/** How bad a finding is. */
public enum Risk {
    /** A short strong lock alone, hygiene, style, capacity. */
    LOW,
    /** A short strong lock that reaches further than it seems, possible breakage, protection weakened. */
    MEDIUM,
    /** Writes blocked for a time that grows with the table, everything blocked for one scan, or code that surely breaks. */
    HIGH,
    /** Fails at deploy, destroys data beyond recovery, or blocks all for the length of a rewrite or index build. */
    CRITICAL;

    /** The next lower one; the lowest stays. */
    public Risk lower() {
        return switch (this) {
            case LOW, MEDIUM -> LOW;
            case HIGH -> MEDIUM;
            case CRITICAL -> HIGH;
        };
    }

    /** Whether it is {@code threshold} or worse. */
    public boolean atLeast(Risk threshold) {
        return compareTo(threshold) >= 0;
    }
}
