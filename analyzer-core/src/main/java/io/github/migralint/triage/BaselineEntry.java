package io.github.migralint.triage;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A finding that was there when the baseline was written. Its risk is not held: what is accepted stays so, however grave.
 *
 * @param file path of its file then, relative to the folder of the baseline, with slashes
 * @param rule id of its rule
 * @param object the object it is about; may be empty
 * @param fingerprint its identity, as {@link Fingerprints} gives it, but with a running number that begins in each file anew
 */
public record BaselineEntry(String file, String rule, String object, String fingerprint)
        implements Comparable<BaselineEntry> {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}:[1-9][0-9]{0,8}");

    private static final Comparator<BaselineEntry> ORDER = Comparator.comparing(BaselineEntry::file)
            .thenComparing(BaselineEntry::rule)
            .thenComparing(BaselineEntry::object)
            .thenComparing(BaselineEntry::identity)
            .thenComparingInt(BaselineEntry::number);

    /** Whether a text has the form of a fingerprint. */
    public static boolean isFingerprint(String text) {
        return FINGERPRINT.matcher(text).matches();
    }

    /** The fingerprint without its running number. */
    String identity() {
        return fingerprint.substring(0, fingerprint.indexOf(':'));
    }

    /** The running number. */
    int number() {
        return Integer.parseInt(fingerprint.substring(fingerprint.indexOf(':') + 1));
    }

    @Override
    public int compareTo(BaselineEntry other) {
        return ORDER.compare(this, other);
    }
}
