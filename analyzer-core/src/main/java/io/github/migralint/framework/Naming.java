package io.github.migralint.framework;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a tool makes of the name of an SQL file in its folder. */
public sealed interface Naming {
    /** It runs the file. */
    record Run() implements Naming {}

    /** It does not, and nobody would expect it to. */
    record Foreign() implements Naming {}

    /**
     * It does not, although the name was surely meant for it.
     *
     * @param wanted the names that it reads: {@code 1_x.up.sql}
     * @param better the name with which it would run the file
     */
    record Mistaken(String wanted, String better) implements Naming {}

    /** A name that is read when it matches, and that was meant to be when it begins with a number. */
    static Naming matching(Pattern read, String wanted, String name, UnaryOperator<String> repair) {
        if (read.matcher(name).matches()) {
            return new Run();
        }
        return Character.isDigit(name.charAt(0)) ? new Mistaken(wanted, repair.apply(name)) : new Foreign();
    }

    /** The name with an underscore behind the number that it begins with. */
    static String withUnderscore(String name) {
        String repaired = name.replaceFirst("^[vV]?(\\d+)[^\\d_]?_*(?=.*\\.[a-z]+$)", "$1_");
        return repaired.matches("\\d+_\\.?[a-z]+") ? repaired.replaceFirst("_\\.?", "_change.") : repaired;
    }
}
