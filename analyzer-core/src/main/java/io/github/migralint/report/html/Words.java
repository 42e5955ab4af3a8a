package io.github.migralint.report.html;

import io.github.migralint.effect.Blocking;
import io.github.migralint.effect.Work;
import io.github.migralint.rule.Risk;
import java.util.List;
import java.util.Locale;

/** The words of the page for what is counted and named in other packages. */
final class Words {
    private Words() {}

    /** {@code 1 file}, {@code 2 files}. */
    static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The names of a list: {@code a, b and c}. */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As a heading has it: {@code Critical}. */
    static String title(Risk risk) {
        return risk.name().charAt(0) + lower(risk).substring(1);
    }

    /** Who waits for a lock. */
    static String waiting(Blocking blocking) {
        return switch (blocking) {
            case NOTHING -> "neither reads nor writes wait";
            case SCHEMA_CHANGES -> "only other schema changes wait";
            case WRITES -> "writes wait";
            case READS_AND_WRITES -> "reads and writes wait";
        };
    }

    static String work(Work work) {
        return switch (work) {
            case NONE -> "";
            case SCAN -> "scan";
            case INDEX_BUILD -> "build";
            case REWRITE -> "rewrite";
        };
    }

    /** The first characters of a text of one line. */
    static String cut(String text, int most) {
        String line = text.lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse("");
        boolean goesOn = line.length() > most || line.length() < text.strip().length();
        return line.substring(0, Math.min(most, line.length())) + (goesOn ? "…" : "");
    }
}
