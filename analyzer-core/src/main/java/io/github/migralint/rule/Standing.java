package io.github.migralint.rule;

/** How the findings of a rule live beside those of other rules about the same statement. */
public enum Standing {
    /** They are told whatever other rules say. */
    OWN,
    /** They are told as a note of a graver finding about the same statement, and by themselves only where there is none. */
    ATTACHED,
    /** The same, and by themselves at most once for each file. */
    ATTACHED_ONCE_PER_FILE
}
