package io.github.migralint.ast;

/**
 * What follows a constraint.
 *
 * @param notValid whether existing rows are left unchecked
 * @param notEnforced whether it is only declared
 * @param enforcementSaid whether it is said if it is enforced
 * @param deferrable whether its check may wait
 * @param initiallyDeferred whether its check waits by default
 */
public record ConstraintAttributes(
        boolean notValid, boolean notEnforced, boolean enforcementSaid, boolean deferrable, boolean initiallyDeferred) {
    /** Nothing said: valid, enforced, checked at once. */
    public static final ConstraintAttributes NONE = new ConstraintAttributes(false, false, false, false, false);
}
