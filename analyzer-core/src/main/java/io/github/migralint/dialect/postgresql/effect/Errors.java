package io.github.migralint.dialect.postgresql.effect;

import io.github.migralint.effect.Effect.Fails.Cause;
import io.github.migralint.effect.Subject;

/** What the server's error codes mean. */
final class Errors {
    private Errors() {}

    /** What kind of reason an error has. */
    static Cause cause(String sqlState) {
        return switch (sqlState) {
            case "42P01", "42703", "42704", "42883", "3F000" -> Cause.MISSING;
            case "42P07", "42701", "42710", "42723", "42P06" -> Cause.EXISTS;
            case "55P04" -> Cause.PREMATURE_LABEL;
            default -> Cause.OTHER;
        };
    }

    /** The error in a sentence. */
    static String sentence(String sqlState, Subject subject) {
        String words = subject.kind().words();
        if (sqlState.equals("42P07")) {
            return "Relation " + subject.name() + " already exists.";
        }
        String what = Character.toUpperCase(words.charAt(0)) + words.substring(1) + " " + subject.name();
        return what + (cause(sqlState) == Cause.EXISTS ? " already exists." : " does not exist.");
    }
}
