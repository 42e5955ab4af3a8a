package io.github.migralint.framework;

import java.util.Comparator;

/**
 * That migrations were taken for those of a tool, and by what.
 *
 * @param strength how sure that is
 * @param reason what gave them away, a few words that go in parentheses: {@code file names like 1_x.up.sql}
 */
public record Recognition(Strength strength, String reason) {
    /** The surest first. */
    static final Comparator<Recognition> SUREST_FIRST = Comparator.comparing(Recognition::strength);

    /** How sure a recognition is, the surest first. */
    public enum Strength {
        /** The files hold the tool's own comments. */
        MARKED,
        /** A file of the tool lies beside or above the migrations. */
        CONFIGURED,
        /** The files are named as the tool wants it. */
        NAMED,
        /** Nothing else is left. */
        ASSUMED
    }

    /** By comments in the files. */
    public static Recognition marked(String reason) {
        return new Recognition(Strength.MARKED, reason);
    }

    /** By a file beside or above the migrations. */
    public static Recognition configured(String reason) {
        return new Recognition(Strength.CONFIGURED, reason);
    }

    /** By file names. */
    public static Recognition named(String example) {
        return new Recognition(Strength.NAMED, "file names like " + example);
    }
}
