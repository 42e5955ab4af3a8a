package io.github.migralint.sarif;

import io.github.migralint.rule.Finding;
import io.github.migralint.rule.Fix;
import io.github.migralint.rule.Related;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a result says: a sentence that stands alone, since often only that one is shown; what is blocked and why that is
 * known, with a link to each other place, since places without one are not shown; then what to write instead.
 */
final class MessageText {
    private static final int LONGEST_SQL = 1000;
    private static final int MOST_LINKS = 5;

    private final Finding finding;

    private MessageText(Finding finding) {
        this.finding = finding;
    }

    static String of(Finding finding) {
        return new MessageText(finding).text();
    }

    /** Text in which nothing is taken for a link. */
    static String plain(String text) {
        return text.replace("](", "] (");
    }

    private String text() {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(plain(finding.message())
                + sentence("Blocked: ", plain(finding.blocks()))
                + sentence("Known because ", withLinks(finding.because()))
                + see());
        List<Fix> steps = finding.instead();
        for (int i = 0; i < steps.size(); i++) {
            paragraphs.add(plain(lead(i, steps.get(i).when()) + ":\n" + sql(steps.get(i))));
        }
        if (!finding.notes().isEmpty()) {
            paragraphs.add(plain(String.join(" ", finding.notes())));
        }
        if (!paragraphs.getLast().endsWith(".")) {
            paragraphs.add("More about it: " + finding.rule() + ".");
        }
        return String.join("\n\n", paragraphs);
    }

    private static String sentence(String lead, String clause) {
        return clause.isEmpty() ? "" : " " + lead + clause + (clause.endsWith(".") ? "" : ".");
    }

    /** {@code Instead, now}, and for a later step {@code Next migration}. */
    private static String lead(int step, String when) {
        if (step > 0 && !when.isEmpty()) {
            return Character.toUpperCase(when.charAt(0)) + when.substring(1);
        }
        return (step == 0 ? "Instead" : "And") + (when.isEmpty() ? "" : ", " + when);
    }

    private static String sql(Fix fix) {
        return fix.sql().length() <= LONGEST_SQL ? fix.sql() : fix.sql().substring(0, LONGEST_SQL) + " …";
    }

    /** The reason, in which the places that it names are links. */
    private String withLinks(String reason) {
        String text = plain(reason);
        for (Related place : finding.related()) {
            int at = place.indexIn(text);
            if (at >= 0) {
                String name = place.shortForm();
                text = text.substring(0, at) + link(name, place) + text.substring(at + name.length());
            }
        }
        return text;
    }

    /** The first of the other places. */
    private String see() {
        List<Related> others = finding.relatedUntold();
        return others.isEmpty()
                ? ""
                : " See "
                        + others.stream()
                                .limit(MOST_LINKS)
                                .map(place -> link(place.message(), place))
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private String link(String text, Related place) {
        String shown = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
        return "[" + shown + "](" + (finding.related().indexOf(place) + 1) + ")";
    }
}
