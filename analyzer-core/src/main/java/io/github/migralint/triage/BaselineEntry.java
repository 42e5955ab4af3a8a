package io.github.migralint.triage;

import java.util.Comparator;

/**
 * A finding that was there when the baseline was written.
 *
 * @param file display path of its file then, relative to the folder of the baseline; for people and for the order
 * @param rule id of its rule
 * @param object the object it is about; may be empty
 * @param fingerprint its identity, as {@link Fingerprints} gives it
 */
public record BaselineEntry(String file, String rule, String object, String fingerprint)
        implements Comparable<BaselineEntry> {
    private static final Comparator<BaselineEntry> ORDER = Comparator.comparing(BaselineEntry::file)
            .thenComparing(BaselineEntry::rule)
            .thenComparing(BaselineEntry::object)
            .thenComparing(BaselineEntry::fingerprint);

    @Override
    public int compareTo(BaselineEntry other) {
        return ORDER.compare(this, other);
    }
}
